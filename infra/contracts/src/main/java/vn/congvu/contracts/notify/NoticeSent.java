package vn.congvu.contracts.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * A message to the reporter left for the provider, which accepted it.
 */
@EventType("notice.sent.v1")
public record NoticeSent(
        String noticeId, String template, @Nullable String complaintId, String reference, Instant sentAt)
        implements Event {}
