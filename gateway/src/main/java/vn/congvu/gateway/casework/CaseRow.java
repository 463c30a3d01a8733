package vn.congvu.gateway.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** A line of the inbox. */
record CaseRow(
        String id,
        long version,
        String reference,
        String state,
        Bilingual stateLabel,
        @Nullable String kind,
        @Nullable String severity,
        @Nullable String excerpt,
        @Nullable AgencyRef agency,
        boolean conflictOfInterest,
        Instant receivedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        boolean flagged) {
    /** What a checkbox of the list sends. */
    public String choice() {
        return id + ":" + version + ":" + reference;
    }

    public boolean severe() {
        return "HIGH".equals(severity);
    }
}
