package vn.congvu.gateway.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What stands in the form of a citizen or an operator, as it was typed.
 *
 * @param key makes the form, however often it is sent, one report
 * @param agency words, resolved to an agency where they mean exactly one
 * @param anonymous leaves out everything about the reporter, whatever else was typed
 * @param caller the number that called; with the two after it only an operator types it
 * @param callId a recording of the same call joins the report
 */
record ReportForm(
        @Nullable String key,
        @Nullable String text,
        @Nullable String agency,
        @Nullable String occurredOn,
        @Nullable String kind,
        @Nullable String misconduct,
        @Nullable String communeCode,
        @Nullable String field,
        @Nullable String dossierCode,
        @Nullable String accusedName,
        @Nullable String accusedPosition,
        @Nullable Boolean accusedHead,
        @Nullable Boolean anonymous,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String caller,
        @Nullable String callId,
        @Nullable String onBehalfOf) {

    static ReportForm empty() {
        return new ReportForm(
                newKey(), null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    ReportForm withKey(String newKey) {
        return new ReportForm(
                newKey,
                text,
                agency,
                occurredOn,
                kind,
                misconduct,
                communeCode,
                field,
                dossierCode,
                accusedName,
                accusedPosition,
                accusedHead,
                anonymous,
                name,
                phone,
                email,
                address,
                caller,
                callId,
                onBehalfOf);
    }

    /** Whether anything was typed in the part that is folded away at first. */
    public boolean detailed() {
        return StringUtils.hasText(kind)
                || StringUtils.hasText(misconduct)
                || StringUtils.hasText(communeCode)
                || StringUtils.hasText(field)
                || StringUtils.hasText(dossierCode)
                || StringUtils.hasText(occurredOn)
                || StringUtils.hasText(accusedName)
                || StringUtils.hasText(accusedPosition)
                || Boolean.TRUE.equals(accusedHead);
    }

    /** Whether a way to reach the reporter was typed that is folded away at first. */
    public boolean reachedOtherwise() {
        return StringUtils.hasText(email) || StringUtils.hasText(address);
    }

    /** Keeps the person and the words out of logs. */
    @Override
    public String toString() {
        return "ReportForm[private]";
    }
}
