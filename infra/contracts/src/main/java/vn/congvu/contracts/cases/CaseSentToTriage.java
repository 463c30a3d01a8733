package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * No rule found one agency: an officer of Home Affairs decides.
 */
@EventType("case.sent-to-triage.v1")
public record CaseSentToTriage(
        String caseId, String complaintId, String reference, List<Bilingual> reasons, Instant sentAt)
        implements Event {}
