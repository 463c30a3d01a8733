package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Reporter;

/**
 * A duplicate was joined to another case; its reporter is answered with that one.
 */
@EventType("case.merged.v1")
public record CaseMerged(
        String caseId,
        String complaintId,
        String reference,
        String intoCaseId,
        String intoReference,
        Instant mergedAt,
        Reporter reporter)
        implements Event {}
