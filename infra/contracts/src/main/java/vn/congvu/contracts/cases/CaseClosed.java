package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * The reopen window passed without a word.
 */
@EventType("case.closed.v1")
public record CaseClosed(String caseId, String complaintId, String reference, Instant closedAt) implements Event {}
