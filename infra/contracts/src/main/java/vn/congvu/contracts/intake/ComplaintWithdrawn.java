package vn.congvu.contracts.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.SealedText;

/**
 * The reporter took the report back.
 */
@EventType("complaint.withdrawn.v1")
public record ComplaintWithdrawn(
        String complaintId, String reference, @Nullable SealedText reason, Instant withdrawnAt) implements Event {}
