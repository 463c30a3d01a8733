package vn.congvu.cases.statistics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.policy.SlaPolicy.Rung;
import vn.congvu.cases.watch.Step;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.SlaClock;

/**
 * What Home Affairs sees first: what is open, what is due, who is late.
 *
 * @param pending cases that have come in or changed and are not contained in the figures yet; nearly always none
 * @param from first day of the time that answers, apologies and praise are counted for
 */
record Overview(
        Instant asOf,
        long pending,
        LocalDate from,
        LocalDate to,
        Totals totals,
        List<AgencyLine> agencies,
        List<Breach> breaches) {
    /** @param triage waiting to be sorted */
    record Totals(
            long open,
            long dueToday,
            long overdue,
            long triage,
            long flagged,
            long answeredInTime,
            long answeredLate,
            long apologies,
            long praise,
            long dossiersOverdue) {}

    record AgencyLine(
            String code,
            String name,
            long open,
            long dueToday,
            long overdue,
            long answeredInTime,
            long answeredLate,
            long apologies,
            long praise,
            long dossiersOverdue) {}

    /**
     * An open case whose time has passed, the longest first.
     *
     * @param told the highest office that was told of it, absent while none was
     * @param next the office that is told if nothing happens until then, absent when all were told
     */
    record Breach(
            String caseId,
            String reference,
            @Nullable AgencyRef agency,
            SlaClock clock,
            @Nullable Instant dueAt,
            boolean conflictOfInterest,
            @Nullable Climbed told,
            @Nullable Climbed next) {}

    /** A rung of the ladder after a breach, and when it was or is climbed. */
    record Climbed(Rung rung, Instant at) {
        /** The highest that was told, absent while none was. */
        static @Nullable Climbed highestTold(List<Step> steps) {
            return rungs(steps)
                    .filter(Step::announced)
                    .max(Comparator.comparing(Step::number))
                    .map(step -> new Climbed(rung(step), requireNonNull(step.doneAt())))
                    .orElse(null);
        }

        /** The next to be told, absent when all were. */
        static @Nullable Climbed next(List<Step> steps) {
            return rungs(steps)
                    .filter(step -> step.doneAt() == null)
                    .min(Comparator.comparing(Step::at))
                    .map(step -> new Climbed(rung(step), step.at()))
                    .orElse(null);
        }

        private static Stream<Step> rungs(List<Step> steps) {
            return steps.stream().filter(step -> step.kind() == Step.Kind.LADDER);
        }

        private static Rung rung(Step step) {
            return Rung.values()[step.number() - 1];
        }
    }
}
