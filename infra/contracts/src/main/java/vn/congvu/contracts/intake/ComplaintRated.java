package vn.congvu.contracts.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.Solved;

/**
 * The reporter's verdict on the answer.
 *
 * @param score 1 (bad) to 5 (good), absent if not given
 */
@EventType("complaint.rated.v1")
public record ComplaintRated(
        String complaintId,
        String reference,
        Solved solved,
        @Nullable Integer score,
        @Nullable SealedText words,
        Instant ratedAt)
        implements Event {}
