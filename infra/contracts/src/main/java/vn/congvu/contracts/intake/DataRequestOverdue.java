package vn.congvu.contracts.intake;

import java.time.Instant;
import java.util.List;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;

/**
 * Nobody answered a reporter's request about their own data in time. Said once for each request.
 *
 * @param tell the offices that answer it
 */
@EventType("data-request.overdue.v1")
public record DataRequestOverdue(
        String requestId,
        String complaintId,
        String reference,
        DataRequestKind kind,
        List<Office> tell,
        Instant dueAt,
        Instant noticedAt)
        implements Event {
    public DataRequestOverdue {
        tell = List.copyOf(tell);
    }
}
