package vn.congvu.cases.casefile;

import static vn.congvu.contracts.SlaClock.ACKNOWLEDGE;
import static vn.congvu.contracts.SlaClock.REOPEN_WINDOW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadline;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.deadline.Pause;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.cases.watch.Moments;
import vn.congvu.cases.watch.Step;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.SlaClock;

/** The clocks of a case, by its policy and the office hours of whoever answers. Pure. */
record Clocks(Report report, SlaPolicy policy, WorkCalendar calendar) {
    /** Praise has no deadline that could be missed. */
    Optional<Limit> limit(SlaClock clock) {
        boolean praise = report.kind() == ComplaintKind.PRAISE && clock != ACKNOWLEDGE && clock != REOPEN_WINDOW;
        return praise ? Optional.empty() : policy.limit(clock, report.kind(), report.severity());
    }

    Optional<Watch> start(SlaClock clock, Instant from) {
        return limit(clock).map(limit -> {
            var deadline = Deadlines.due(from, limit, calendar, List.of());
            return Watch.started(clock, from, deadline.dueAt(), policy.id(), steps(clock, deadline));
        });
    }

    /** When a clock that is not kept would end: what the head of a praised agency is told. */
    Instant wouldEnd(SlaClock clock, Instant from) {
        return policy.limit(clock, ComplaintKind.CONDUCT, report.severity())
                .map(limit -> Deadlines.due(from, limit, calendar, List.of()).dueAt())
                .orElse(from);
    }

    /** Goes on after a wait, which is left out of the limit and moves a day that people named. */
    Watch resume(Watch watch, Instant at) {
        var paused = watch.pausedSince();
        if (watch.newDate() == null || paused == null) {
            var deadline = due(watch, watch.closedPauses(at));
            return watch.resume(at, watch.newDate(), deadline.dueAt(), steps(watch.clock(), deadline));
        }
        var left = Deadlines.elapsed(paused, watch.dueAt(), calendar, List.of()).workingTime();
        var end = Deadlines.due(at, new Limit.WorkingTime(left), calendar, List.of())
                .dueAt();
        var day = end.atZone(calendar.zone()).toLocalDate();
        var deadline = onDay(watch, day, watch.closedPauses(at));
        return watch.resume(at, day.toString(), deadline.dueAt(), steps(watch.clock(), deadline));
    }

    /** The same clock counted again, after calendar, office hours or policy changed. */
    Watch again(Watch watch, Instant now) {
        var counted = due(watch, watch.pauses());
        var due = Moments.recounted(watch.dueAt(), counted.dueAt(), now, calendar);
        var deadline = due.equals(counted.dueAt()) ? counted : fixed(watch, due, watch.pauses());
        return watch.move(deadline.dueAt(), steps(watch.clock(), deadline));
    }

    /** Due at the end of office hours of a later day. */
    Watch extend(Watch watch, LocalDate day) {
        var deadline = onDay(watch, day, watch.pauses());
        return watch.extend(day.toString(), deadline.dueAt(), steps(watch.clock(), deadline));
    }

    /** The furthest day an extension may name: as long again as the limit was. */
    Instant furthest(Watch watch) {
        return limit(watch.clock())
                .map(limit -> Deadlines.due(watch.dueAt().minusMillis(1), limit, calendar, List.of())
                        .dueAt())
                .orElse(watch.dueAt());
    }

    /** Why a clock ends when it does. */
    Deadline due(Watch watch, List<Pause> pauses) {
        if (watch.newDate() != null) {
            return onDay(watch, LocalDate.parse(watch.newDate()), pauses);
        }
        return limit(watch.clock())
                .map(limit -> Deadlines.due(watch.startedAt(), limit, calendar, pauses))
                .orElseGet(() -> fixed(watch, watch.dueAt(), pauses));
    }

    private Deadline onDay(Watch watch, LocalDate day, List<Pause> pauses) {
        return fixed(watch, Moments.closing(day, calendar), pauses);
    }

    private Deadline fixed(Watch watch, Instant due, List<Pause> pauses) {
        var worked = Deadlines.elapsed(watch.startedAt(), due, calendar, pauses).workingTime();
        return new Deadline(due, watch.startedAt(), new Limit.WorkingTime(worked), calendar, pauses);
    }

    private List<Step> steps(SlaClock clock, Deadline deadline) {
        return switch (clock) {
            case ACCEPT, FORWARD, RESOLVE, PROMISE ->
                Moments.ofLimit(deadline, policy.warningPercents(), policy.ladder());
            case ACKNOWLEDGE -> Moments.ofBreach(deadline.dueAt(), calendar, List.of());
            case REOPEN_WINDOW -> Moments.ofWindow(deadline.dueAt());
        };
    }
}
