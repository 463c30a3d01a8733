package vn.congvu.cases.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;

/** A dossier as the one-stop system tells it, checked. */
record Fed(
        String code,
        String procedure,
        @Nullable String field,
        AgencyRef agency,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        DossierState state,
        boolean online,
        boolean paidOnline,
        @Nullable Applicant applicant) {}
