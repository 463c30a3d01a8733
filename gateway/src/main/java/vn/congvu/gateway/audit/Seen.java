package vn.congvu.gateway.audit;

import java.util.Optional;
import vn.congvu.platform.audit.AuditAction;

/** What was seen of somebody, the worst last. */
enum Seen {
    /** A row of a list, with the beginning of the words. */
    LISTED,
    READ,
    /** A file, a letter or a message. */
    EVIDENCE,
    IDENTITY;

    /** Empty for what shows nothing of anybody. */
    static Optional<Seen> by(AuditAction action) {
        return switch (action) {
            case IDENTITY_OPENED, ORIGINAL_OPENED, CALLER_LOOKED_UP -> Optional.of(IDENTITY);
            case EVIDENCE_READ, LETTER_READ, NOTICE_READ -> Optional.of(EVIDENCE);
            case CASE_READ,
                    CASE_CHANGED,
                    COMPLAINT_TAKEN,
                    DOSSIER_READ,
                    DOSSIER_CHANGED,
                    NOTICE_RESOLVED,
                    PARKED_READ,
                    DATA_REQUEST_ANSWERED -> Optional.of(READ);
            case CASES_LISTED,
                    CASES_EXPORTED,
                    DOSSIERS_LISTED,
                    IDENTITY_REQUESTED,
                    IDENTITY_DECIDED,
                    IDENTITY_REQUESTS_READ,
                    DATA_REQUESTS_READ -> Optional.of(LISTED);
            case SIGNED_IN,
                    SIGN_IN_FAILED,
                    SIGNED_OUT,
                    PASSWORD_CHANGED,
                    SECOND_FACTOR_CHANGED,
                    ACCOUNT_CHANGED,
                    API_TOKEN_CHANGED,
                    DOSSIERS_IMPORTED,
                    APOLOGY_SIGNED,
                    APOLOGY_CHANGED,
                    DIRECTORY_CHANGED,
                    CALENDAR_CHANGED,
                    POLICY_CHANGED,
                    TEMPLATE_CHANGED,
                    PARKED_REPLAYED,
                    REPORT_READ,
                    AUDIT_READ,
                    AUDIT_VERIFIED -> Optional.empty();
        };
    }
}
