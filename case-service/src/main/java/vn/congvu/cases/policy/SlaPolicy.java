package vn.congvu.cases.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.SlaClock;

/**
 * All limits of the province in one version. A case keeps the version that it started under, unless a later one says that it
 * applies to open cases.
 *
 * @param id what histories and traces call it, such as "2026-1"
 * @param effectiveFrom cases received from then on start under it
 * @param appliesToOpenCases whether cases that began under an earlier version go over to it
 * @param limits the first that fits decides
 * @param warningPercents ascending
 * @param maxPause how long one wait for the citizen may stop the clock
 * @param ladder who is told after a breach, and how long after
 */
public record SlaPolicy(
        String id,
        Bilingual name,
        Instant effectiveFrom,
        boolean appliesToOpenCases,
        List<ClockLimit> limits,
        List<Integer> warningPercents,
        Limit maxPause,
        int maxPauses,
        int maxExtensions,
        List<LadderStep> ladder,
        DossierRules dossiers) {
    public SlaPolicy {
        limits = List.copyOf(limits);
        warningPercents = List.copyOf(warningPercents);
        ladder = List.copyOf(ladder);
    }

    /** The limit of a clock, absent where the policy has none for such a case. */
    public Optional<Limit> limit(SlaClock clock, ComplaintKind kind, Severity severity) {
        return limits.stream()
                .filter(line -> line.clock() == clock
                        && (line.kinds().isEmpty() || line.kinds().contains(kind))
                        && (line.severity() == null || line.severity() == severity))
                .findFirst()
                .map(ClockLimit::limit);
    }

    /**
     * A line of the policy.
     *
     * @param kinds empty: all
     * @param severity absent: all
     */
    public record ClockLimit(
            SlaClock clock,
            Set<ComplaintKind> kinds,
            @Nullable Severity severity,
            Limit limit) {
        public ClockLimit {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Who is told so long after a breach that is still not mended. */
    public record LadderStep(Rung rung, Limit after) {}

    /** The next to be told after a breach. */
    public enum Rung {
        /** The head of the direct superior agency. */
        SUPERIOR,
        /** The chair of the province. */
        CHAIR
    }

    /**
     * What holds for dossiers of the one-stop counter (NĐ 61/2018 art. 19.9).
     *
     * @param warnWorkingDaysBefore the head is warned so many working days before the promised date
     * @param apologyDaysBefore the letter with the new date goes out so many days before the promised date at the latest
     * @param maxReschedules how often the date may be moved
     * @param lastReceipt what comes in later than this is deemed received on the next working day
     */
    public record DossierRules(
            int warnWorkingDaysBefore, int apologyDaysBefore, int maxReschedules, LocalTime lastReceipt) {}
}
