package vn.congvu.platform.audit;

import java.util.Arrays;
import java.util.Optional;

/** What is kept in the audit trail. The words are stored: never renamed, never used for something else. */
public enum AuditAction {
    SIGNED_IN("sign-in.done"),
    SIGN_IN_FAILED("sign-in.failed"),
    SIGNED_OUT("sign-in.ended"),
    PASSWORD_CHANGED("account.password"),
    SECOND_FACTOR_CHANGED("account.second-factor"),
    ACCOUNT_CHANGED("account.changed"),
    API_TOKEN_CHANGED("account.api-token"),

    CASES_LISTED("cases.listed"),
    CASES_EXPORTED("cases.exported"),
    CASE_READ("case.read"),
    CASE_CHANGED("case.changed"),
    EVIDENCE_READ("evidence.read"),
    COMPLAINT_TAKEN("complaint.taken"),
    CALLER_LOOKED_UP("caller.looked-up"),

    IDENTITY_REQUESTED("identity.requested"),
    IDENTITY_DECIDED("identity.decided"),
    IDENTITY_OPENED("identity.opened"),
    ORIGINAL_OPENED("original.opened"),
    IDENTITY_REQUESTS_READ("identity.requests-read"),
    DATA_REQUESTS_READ("data-requests.read"),
    DATA_REQUEST_ANSWERED("data-request.answered"),

    DOSSIERS_LISTED("dossiers.listed"),
    DOSSIER_READ("dossier.read"),
    DOSSIER_CHANGED("dossier.changed"),
    DOSSIERS_IMPORTED("dossiers.imported"),

    LETTER_READ("letter.read"),
    APOLOGY_SIGNED("apology.signed"),
    APOLOGY_CHANGED("apology.changed"),
    NOTICE_READ("notice.read"),
    NOTICE_RESOLVED("notice.resolved"),

    DIRECTORY_CHANGED("directory.changed"),
    CALENDAR_CHANGED("calendar.changed"),
    POLICY_CHANGED("policy.changed"),
    TEMPLATE_CHANGED("template.changed"),
    PARKED_READ("parked.read"),
    PARKED_REPLAYED("parked.replayed"),

    REPORT_READ("report.read"),
    AUDIT_READ("audit.read"),
    AUDIT_VERIFIED("audit.verified");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    /** As it is stored and asked for. */
    public String word() {
        return word;
    }

    public static Optional<AuditAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }
}
