package vn.congvu.gateway.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Reference;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.audit.AuditEntry.Outcome;

/**
 * Whose data a window of access touched, for the report that the law wants within 72 hours (NĐ 356/2025/NĐ-CP).
 *
 * @param from inclusive
 * @param to exclusive
 * @param actor whose access, absent for everybody's
 * @param reportBy 72 hours after the report was made, unless an earlier discovery is known
 * @param entries of the trail that were looked at
 * @param complete whether those were all of the window
 * @param touched one for each report or dossier, most serious first
 * @param unnamed what showed data of people without naming each: files and look-ups that broke off before an entry named the first
 * @param refused tries that showed nothing
 */
record BreachReport(
        Instant from,
        Instant to,
        @Nullable String actor,
        Instant reportBy,
        long entries,
        boolean complete,
        List<Touched> touched,
        List<Unnamed> unnamed,
        long refused) {
    static final Duration LIMIT = Duration.ofHours(72);

    /**
     * @param subject the reference of a report, the code of a dossier, or the id of what is known by neither
     * @param isReport whether it is a reference of a report
     * @param worst the most that was seen
     * @param actions how often what was done
     */
    record Touched(
            @Schema(example = "7K3F9QXM2D") String subject,
            boolean isReport,
            Seen worst,
            Map<String, Integer> actions,
            SortedSet<String> actors,
            Instant first,
            Instant last) {}

    /** @param detail the shape of what was asked, to ask it again */
    record Unnamed(
            Instant at,
            String actor,
            String action,
            @Nullable String detail) {}

    /** Collects entry by entry. */
    static final class Builder {
        /** Begun without a name; what is found then is written down before it is shown. */
        private static final Set<String> NAMED_AFTERWARDS =
                Set.of(AuditAction.CASES_EXPORTED.word(), AuditAction.CALLER_LOOKED_UP.word());

        private final Map<String, Touched> touched = new LinkedHashMap<>();
        private final List<Unnamed> unnamed = new ArrayList<>();
        /** Who did what of which a second entry names each row that was shown. */
        private final Set<String> named = new HashSet<>();

        private long entries;
        private long refused;

        void add(AuditEntry entry) {
            AuditAction.of(entry.action()).flatMap(Seen::by).ifPresent(seen -> add(entry, seen));
        }

        private void add(AuditEntry entry, Seen seen) {
            entries++;
            if (entry.outcome() == Outcome.REFUSED) {
                refused++;
                return;
            }
            if (entry.outcome() == Outcome.DONE && NAMED_AFTERWARDS.contains(entry.action())) {
                named.add(entry.action() + " " + entry.actor());
            }
            var subjects = subjects(entry.about());
            if (subjects.isEmpty() && !showedNobody(entry)) {
                unnamed.add(new Unnamed(entry.at(), entry.actor(), entry.action(), entry.detail()));
            }
            for (var subject : subjects) {
                touched.merge(subject, touched(subject, entry, seen), Builder::both);
            }
        }

        BreachReport build(Instant from, Instant to, @Nullable String actor, Instant now, boolean complete) {
            var worstFirst = Comparator.comparing(Touched::worst)
                    .reversed()
                    .thenComparing(Touched::first)
                    .thenComparing(Touched::subject);
            return new BreachReport(
                    from,
                    to,
                    actor,
                    now.plus(LIMIT),
                    entries,
                    complete,
                    touched.values().stream().sorted(worstFirst).toList(),
                    unnamed.stream()
                            .filter(one -> !named.contains(one.action() + " " + one.actor()))
                            .toList(),
                    refused);
        }

        private static Touched touched(String subject, AuditEntry entry, Seen seen) {
            var actions = new LinkedHashMap<String, Integer>();
            actions.put(entry.action(), 1);
            return new Touched(
                    subject,
                    isReference(subject),
                    seen,
                    actions,
                    new TreeSet<>(List.of(entry.actor())),
                    entry.at(),
                    entry.at());
        }

        private static Touched both(Touched one, Touched other) {
            var actions = new LinkedHashMap<>(one.actions());
            other.actions().forEach((action, times) -> actions.merge(action, times, Integer::sum));
            var actors = new TreeSet<>(one.actors());
            actors.addAll(other.actors());
            return new Touched(
                    one.subject(),
                    one.isReport(),
                    one.worst().compareTo(other.worst()) >= 0 ? one.worst() : other.worst(),
                    actions,
                    actors,
                    one.first().isBefore(other.first()) ? one.first() : other.first(),
                    one.last().isAfter(other.last()) ? one.last() : other.last());
        }

        /** References where there are any: the ids beside them are of the same matters. */
        private static Collection<String> subjects(List<String> about) {
            var references =
                    about.stream().filter(Builder::isReference).distinct().toList();
            return references.isEmpty() ? about : references;
        }

        /** A list that was empty. */
        private static boolean showedNobody(AuditEntry entry) {
            var shape = entry.detail();
            return shape != null && shape.endsWith(" = 0");
        }

        private static boolean isReference(String subject) {
            return subject.length() == Reference.LENGTH
                    && Reference.parse(subject)
                            .filter(read -> read.value().equals(subject))
                            .isPresent();
        }
    }
}
