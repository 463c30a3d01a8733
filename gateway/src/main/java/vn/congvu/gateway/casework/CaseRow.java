package vn.congvu.gateway.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** A line of the inbox. */
record CaseRow(
        String id,
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
    public boolean severe() {
        return "HIGH".equals(severity);
    }
}
