package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * A second matter became a case of its own, linked to this one.
 */
@EventType("case.split.v1")
public record CaseSplit(String caseId, String complaintId, String reference, String partCaseId, Instant splitAt)
        implements Event {}
