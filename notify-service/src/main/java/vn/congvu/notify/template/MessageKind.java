package vn.congvu.notify.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every message there is: to whom it goes and what its text may mention. */
public enum MessageKind {
    COMPLAINT_RECEIVED(Audience.CITIZEN, "reference", "page"),
    CASE_ASSIGNED(Audience.CITIZEN, "reference", "agency", "due", "page"),
    QUESTION_ASKED(Audience.CITIZEN, "reference", "question", "until", "page"),
    CASE_EXTENDED(Audience.CITIZEN, "reference", "agency", "reason", "previousDue", "due", "number", "letter", "page"),
    CASE_ANSWERED(Audience.CITIZEN, "reference", "agency", "answer", "reopenUntil", "page"),
    CASE_HANDED_OVER(Audience.CITIZEN, "reference", "to", "advice", "page"),
    CASE_MERGED(Audience.CITIZEN, "reference", "intoReference", "page"),
    CASE_UNMERGED(Audience.CITIZEN, "reference", "agency", "due", "page"),
    CASE_REOPENED(Audience.CITIZEN, "reference", "agency", "due", "page"),
    REOPENING_REFUSED(Audience.CITIZEN, "reference", "reason", "page"),
    DATA_REQUEST_ANSWERED(Audience.CITIZEN, "reference", "page"),
    CASE_MISSED(Audience.CITIZEN, "reference", "agency", "due", "number", "letter", "board"),
    DOSSIER_MISSED(Audience.CITIZEN, "reference", "agency", "procedure", "due", "number", "letter", "board"),
    DOSSIER_RESCHEDULED(
            Audience.CITIZEN, "reference", "agency", "procedure", "reason", "previousDue", "due", "number", "letter"),
    APOLOGY_BY_HAND(Audience.CITIZEN, "reference", "agency", "reason", "due", "number", "letter", "board"),
    OFFICE_CASE_ASSIGNED(Audience.OFFICE, "title", "reference", "agency", "acceptBy", "due", "conflict", "page"),
    OFFICE_CASE_MOVED(Audience.OFFICE, "title", "reference", "agency", "from", "acceptBy", "due", "page"),
    OFFICE_CORRUPTION_REPORTED(Audience.OFFICE, "title", "reference", "agency", "page"),
    OFFICE_AGENCY_WITHOUT_HEAD(Audience.OFFICE, "title", "agency", "since", "instead"),
    OFFICE_CASE_DELEGATED(Audience.OFFICE, "title", "reference", "agency", "page"),
    OFFICE_ANSWER_DRAFTED(Audience.OFFICE, "title", "reference", "agency", "page"),
    OFFICE_DATA_REQUEST_RECEIVED(Audience.OFFICE, "title", "reference", "what", "due", "page"),
    OFFICE_DATA_REQUEST_OVERDUE(Audience.OFFICE, "title", "reference", "what", "due", "page"),
    OFFICE_CLOCK_RESUMED(Audience.OFFICE, "title", "reference", "due", "page"),
    OFFICE_CASE_REOPENED(Audience.OFFICE, "title", "reference", "agency", "due", "page"),
    OFFICE_DEADLINE_WARNED(Audience.OFFICE, "title", "reference", "agency", "clock", "percent", "due", "page"),
    OFFICE_DEADLINE_BREACHED(
            Audience.OFFICE,
            "title",
            "reference",
            "agency",
            "clock",
            "due",
            "repeated",
            "number",
            "signBy",
            "sign",
            "page"),
    OFFICE_BREACH_ESCALATED(Audience.OFFICE, "title", "reference", "agency", "clock", "step", "due", "page");

    /** For whom a message is written. */
    public enum Audience {
        /** The reporter of a complaint or the applicant of a dossier: by SMS or e-mail. */
        CITIZEN,
        /** The mailbox of an office. */
        OFFICE
    }

    private final Audience audience;
    private final List<String> variables;

    MessageKind(Audience audience, String... variables) {
        this.audience = audience;
        this.variables = List.of(variables);
    }

    public Audience audience() {
        return audience;
    }

    /** The names a text of this kind may mention between {@code {{ and }}}. */
    public List<String> variables() {
        return variables;
    }

    /** In addresses, events and the database: {@code case-assigned}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MessageKind> bySlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
