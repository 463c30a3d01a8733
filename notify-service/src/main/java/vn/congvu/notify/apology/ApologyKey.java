package vn.congvu.notify.apology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;

/** What makes an apology the same one: however often its event comes, it is published once. */
final class ApologyKey {
    private ApologyKey() {}

    static String missed(Subject subject, String subjectId, SlaClock clock, int miss) {
        return id(subject, subjectId, clock.name(), Integer.toString(miss), ApologyCause.MISSED_DEADLINE);
    }

    /** @param previousDueAt the date that is given up; a matter may be postponed again where the policy allows it */
    static String postponed(Subject subject, String subjectId, Instant previousDueAt, ApologyCause cause) {
        return id(subject, subjectId, "POSTPONED", previousDueAt.toString(), cause);
    }

    /** @param key chosen by the caller, so that a repeated request is the same apology */
    static String byHand(String agencyCode, String key) {
        return id(Subject.CASE, agencyCode, "BY_HAND", key, ApologyCause.BY_HAND);
    }

    private static String id(Subject subject, String subjectId, String clock, String miss, ApologyCause cause) {
        var name = String.join("\n", subject.name(), subjectId, clock, miss, cause.name());
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}
