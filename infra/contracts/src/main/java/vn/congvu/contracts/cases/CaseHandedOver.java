package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;

/**
 * It is a <i>khiếu nại</i>, a <i>tố cáo</i> or another body's matter: the reporter is told where to go. Never counted as resolved here.
 */
@EventType("case.handed-over.v1")
public record CaseHandedOver(
        String caseId,
        String complaintId,
        String reference,
        Bilingual to,
        SealedText advice,
        Instant handedOverAt,
        Reporter reporter)
        implements Event {}
