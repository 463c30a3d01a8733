package vn.congvu.contracts.intake;

import java.time.Instant;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Reporter;

/**
 * A reporter's request about their own data was carried out or refused; the answer is on the tracking page only.
 *
 * @param granted whether it was carried out
 * @param reporter without a contact after an erasure
 */
@EventType("data-request.answered.v1")
public record DataRequestAnswered(
        String requestId,
        String complaintId,
        String reference,
        DataRequestKind kind,
        boolean granted,
        Reporter reporter,
        Instant answeredAt)
        implements Event {}
