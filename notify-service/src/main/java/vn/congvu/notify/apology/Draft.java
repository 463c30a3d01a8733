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
 * @param reason the agency's words as the public may read them
 * @param ground of one made by hand
 * @param superior name of the agency directly above it, as of the day; the setting where it is absent
 * @param signed absent where it goes out in the agency's name
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
        @Nullable String reason,
        @Nullable ApologyGround ground,
        @Nullable Signed signed,
        @Nullable String superior) {
    /**
     * That the head stands by it.
     *
     * @param name as the letter prints it; an official's, never a citizen's
     */
    record Signed(@Nullable String name, Instant at) {}

    Draft signedBy(String office, Signed by, @Nullable String why) {
        return new Draft(
                id,
                subject,
                subjectId,
                complaintId,
                reference,
                agency,
                cause,
                miss,
                office,
                field,
                procedure,
                receivedAt,
                dueAt,
                newDueAt,
                why == null ? reason : why,
                ground,
                by,
                superior);
    }
}
