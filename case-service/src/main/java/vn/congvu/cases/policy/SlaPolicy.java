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

    /** What the suite starts with, shown as "mặc định sản phẩm". */
    public static SlaPolicy productDefault() {
        return new SlaPolicy(
                "SLA-1",
                new Bilingual("mặc định sản phẩm", "product default"),
                Instant.EPOCH,
                false,
                List.of(
                        line(SlaClock.ACKNOWLEDGE, null, 1),
                        line(SlaClock.ACCEPT, null, 2),
                        line(SlaClock.FORWARD, null, 5),
                        line(SlaClock.RESOLVE, Severity.HIGH, 5),
                        line(SlaClock.RESOLVE, Severity.COMPLEX, 20),
                        line(SlaClock.RESOLVE, null, 10),
                        line(SlaClock.REOPEN_WINDOW, null, 10)),
                List.of(50, 80, 100),
                new Limit.WorkingDays(10),
                2,
                1,
                List.of(
                        new LadderStep(Rung.SUPERIOR, new Limit.WorkingDays(2)),
                        new LadderStep(Rung.CHAIR, new Limit.WorkingDays(5))),
                new DossierRules(2, 1, 1, LocalTime.of(15, 0)));
    }

    private static ClockLimit line(SlaClock clock, @Nullable Severity severity, int workingDays) {
        return new ClockLimit(clock, Set.of(), severity, new Limit.WorkingDays(workingDays));
    }

    /** The limit of a clock, absent where the policy has none for such a case. */
    public Optional<Limit> limit(SlaClock clock, ComplaintKind kind, Severity severity) {
        return limits.stream()
                .filter(line -> line.fits(clock, kind, severity))
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

        private boolean fits(SlaClock other, ComplaintKind kind, Severity grave) {
            return clock == other
                    && (kinds.isEmpty() || kinds.contains(kind))
                    && (severity == null || severity == grave);
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
