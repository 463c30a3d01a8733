package vn.congvu.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; absent means any.
 *
 * @param about an id or reference
 * @param from inclusive
 * @param to exclusive
 * @param before the sequence behind which the page begins
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable AuditAction action,
        @Nullable String about,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int size) {
    private static final int LARGEST = 200;

    public AuditQuery {
        size = Math.clamp(size, 1, LARGEST);
    }
}
