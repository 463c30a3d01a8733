package vn.congvu.notify.apology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;

/**
 * An apology before it has its number.
 *
 * @param reference what people call the matter: the complaint's reference, or the dossier's code
 * @param miss 1 for the first, 2 for a repeated one; 0 where nothing was missed
 * @param signer the office that signs
 * @param dueAt the date that was missed or is given up
 * @param reason the agency's own words
 */
record Draft(
        String id,
        Subject subject,
        String subjectId,
        @Nullable String complaintId,
        String reference,
        AgencyRef agency,
        ApologyCause cause,
        int miss,
        String signer,
        @Nullable String field,
        @Nullable String procedure,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant newDueAt,
        @Nullable String reason) {}
