package vn.congvu.contracts.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * A message could not be sent, or nobody knows whether it was (reason {@code unknown-outcome}): a person must look.
 */
@EventType("notice.failed.v1")
public record NoticeFailed(
        String noticeId,
        String template,
        @Nullable String complaintId,
        String reference,
        String reason,
        Instant failedAt)
        implements Event {}
