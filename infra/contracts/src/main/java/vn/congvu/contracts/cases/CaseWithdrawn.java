package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * The case ended without an answer because its reporter took it back.
 */
@EventType("case.withdrawn.v1")
public record CaseWithdrawn(String caseId, String complaintId, String reference, Instant withdrawnAt)
        implements Event {}
