package vn.congvu.cases.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;

/**
 * A dossier as the one-stop system tells it, checked.
 *
 * @param dueAt what the promise comes to with the calendar of now
 */
record Fed(
        String code,
        String procedure,
        @Nullable String field,
        AgencyRef agency,
        Instant receivedAt,
        Instant dueAt,
        Promised promised,
        @Nullable Instant finishedAt,
        DossierState state,
        boolean online,
        boolean paidOnline,
        @Nullable Applicant applicant) {}
