package vn.congvu.gateway.datarequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as the intake-service tells it.
 *
 * @param kind {@code ACCESS}, {@code CORRECTION} or {@code ERASURE}
 * @param state {@code OPEN}, {@code GRANTED}, {@code DONE} or {@code REFUSED}
 */
record DataRequest(
        String id,
        String reference,
        String kind,
        @Nullable String words,
        Instant receivedAt,
        Instant dueAt,
        String state,
        boolean late,
        @Nullable String answeredBy,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable Instant copyUntil) {
    /** Whether the custodian's answer is waited for. */
    public boolean open() {
        return "OPEN".equals(state);
    }

    /** How the page colours it. */
    public String tone() {
        return switch (state) {
            case "DONE" -> "good";
            case "REFUSED" -> "late";
            default -> "soon";
        };
    }
}
