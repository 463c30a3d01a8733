package vn.congvu.platform.inbox;

import java.time.Instant;
import vn.congvu.contracts.Event;

/**
 * An event of another service, in its turn.
 *
 * @param sequence of the aggregate; handlers see 1, 2, 3, ... each at least once
 */
public record Received<E extends Event>(
        E event,
        String eventId,
        String publisher,
        String aggregateId,
        long sequence,
        String correlationId,
        Instant occurredAt) {}
