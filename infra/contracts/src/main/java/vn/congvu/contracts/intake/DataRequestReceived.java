package vn.congvu.contracts.intake;

import java.time.Instant;
import java.util.List;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;

/**
 * A reporter asks about their own personal data.
 *
 * @param tell the offices that answer it
 * @param dueAt after 2 working days (NĐ 356/2025/NĐ-CP)
 */
@EventType("data-request.received.v1")
public record DataRequestReceived(
        String requestId,
        String complaintId,
        String reference,
        DataRequestKind kind,
        List<Office> tell,
        Instant receivedAt,
        Instant dueAt)
        implements Event {
    public DataRequestReceived {
        tell = List.copyOf(tell);
    }
}
