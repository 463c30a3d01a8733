package vn.congvu.contracts.intake;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.SealedText;

/**
 * The reporter says that the answer did not settle it. The case-service decides whether the window is still open.
 */
@EventType("complaint.reopening-requested.v1")
public record ReopeningRequested(String complaintId, String reference, SealedText reason, Instant requestedAt)
        implements Event {}
