package vn.congvu.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail as the auditor sees it.
 *
 * @param service whose chain it is in
 * @param sequence its place in that chain, from 1, without gaps
 * @param about ids and references of what it was about
 * @param intact whether the row is as it was written; whether its neighbours are is for the verification
 */
public record AuditEntry(
        String service,
        long sequence,
        Instant at,
        String actor,
        List<String> roles,
        @Nullable String agency,
        String action,
        Outcome outcome,
        List<String> about,
        @Nullable String detail,
        String hash,
        boolean intact) {
    public enum Outcome {
        /** Read, or done. */
        DONE,
        /** Recorded before it was tried; without a refusal behind it, it was done. */
        BEGUN,
        REFUSED
    }
}
