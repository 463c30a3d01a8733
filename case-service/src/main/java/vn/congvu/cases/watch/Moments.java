package vn.congvu.cases.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadline;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.policy.SlaPolicy.LadderStep;
import vn.congvu.cases.watch.Step.Kind;

/** The moments of a clock, worked out from its deadline and the office hours. */
public final class Moments {
    /** A limit is missed when it has passed: done at the last instant is still in time. */
    private static final Duration PASSED = Duration.ofMillis(1);

    private Moments() {}

    /** Warnings at parts of the limit, inside office hours, the breach, and the ladder after it. */
    public static List<Step> ofLimit(Deadline deadline, List<Integer> warnings, List<LadderStep> ladder) {
        var steps = new ArrayList<Step>();
        for (int percent : warnings) {
            steps.add(Step.ahead(Kind.WARNING, percent, Deadlines.used(percent, deadline)));
        }
        steps.addAll(ofBreach(deadline.dueAt(), deadline.calendar(), ladder));
        return steps;
    }

    /** The breach, and the rungs climbed while what is due is still not done. */
    public static List<Step> ofBreach(Instant due, WorkCalendar calendar, List<LadderStep> ladder) {
        var steps = new ArrayList<Step>();
        steps.add(Step.ahead(Kind.BREACH, 0, due.plus(PASSED)));
        for (LadderStep rung : ladder) {
            // counted from within the last day of the limit, which itself is not counted
            var at = Deadlines.due(due.minus(PASSED), rung.after(), calendar, List.of())
                    .dueAt();
            steps.add(Step.ahead(Kind.LADDER, rung.rung().ordinal() + 1, at));
        }
        return steps;
    }

    public static Step warning(int percent, Instant at) {
        return Step.ahead(Kind.WARNING, percent, at);
    }

    /** A window that closes by itself. */
    public static List<Step> ofWindow(Instant end) {
        return List.of(Step.ahead(Kind.END, 0, end.plus(PASSED)));
    }

    /** The end of office hours on that day, or on the next working day where it is a day off. */
    public static Instant closing(LocalDate day, WorkCalendar calendar) {
        return Deadlines.due(
                        day.atStartOfDay(calendar.zone()).toInstant(), new Limit.WorkingDays(0), calendar, List.of())
                .dueAt();
    }

    /**
     * Where a deadline goes that is counted again. A change makes nobody late: one that it would put into the past ends with the
     * office hours of the day of the change instead, and never later than before.
     */
    public static Instant recounted(Instant before, Instant counted, Instant now, WorkCalendar calendar) {
        if (counted.isAfter(now) || !before.isAfter(now)) {
            return counted;
        }
        var day = now.atZone(calendar.zone()).toLocalDate();
        var today = closing(day, calendar);
        var end = today.isAfter(now) ? today : closing(day.plusDays(1), calendar);
        return end.isBefore(before) ? end : before;
    }
}
