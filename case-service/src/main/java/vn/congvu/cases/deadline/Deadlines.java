package vn.congvu.cases.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.congvu.cases.calendar.NoWorkingTime;
import vn.congvu.cases.calendar.WorkCalendar;

/**
 * When a limit ends, and how much of it is used. Pure: everything it depends on is an argument.
 *
 * <p>The rules, of which a {@link Deadline#trace()} tells those that mattered:
 *
 * <ul>
 *   <li>What is received outside office hours is deemed received at the next opening.
 *   <li>In working days the day of deemed receipt is not counted; the limit ends at the end of office hours of the last day.
 *   <li>Working time runs from the moment of deemed receipt; when it runs out exactly at closing, it ends there.
 *   <li>In calendar days the day of deemed receipt is not counted (Civil Code 2015, art. 147.2); a limit that ends on a day off
 *       ends with office hours of the next working day (art. 148.5, a switch of the policy).
 *   <li>A working day of the limit begins when the office opens with the clock running, and ends at the first end of office
 *       hours at which the clock runs. So a wait from Tuesday 10:00 to Thursday 15:00 costs two days, and the day on which the
 *       citizen's answer comes in is left out like the day of receipt. Calendar days begin and end at midnight in the same
 *       way. Working time leaves out what was paused, to the millisecond.
 *   <li>No deadline passes while the clock stands still: it moves to the end of office hours of the first working day at whose
 *       end the clock runs.
 * </ul>
 */
public final class Deadlines {
    private static final int HORIZON_DAYS = WorkCalendar.HORIZON_YEARS * 366;
    private static final long HORIZON_MILLIS = Duration.ofDays(HORIZON_DAYS).toMillis();

    private Deadlines() {}

    /**
     * When the limit ends.
     *
     * @param receivedAt within {@link WorkCalendar#EARLIEST} and {@link WorkCalendar#LATEST}
     * @param pauses in any order, also overlapping
     * @throws NoWorkingTime if the limit does not end within {@link WorkCalendar#HORIZON_YEARS} years
     */
    public static Deadline due(Instant receivedAt, Limit limit, WorkCalendar calendar, List<Pause> pauses) {
        Pauses merged = Pauses.of(pauses);
        long received = receivedAt.toEpochMilli();
        long due =
                switch (limit) {
                    case Limit.WorkingDays(int days) -> afterWorkingDays(received, days, calendar, merged);
                    case Limit.WorkingTime(Duration time) ->
                        afterWorkingTime(received, time.toMillis(), calendar, merged);
                    case Limit.CalendarDays(int days, boolean endsOnWorkingDay) ->
                        afterCalendarDays(received, days, endsOnWorkingDay, calendar, merged);
                };
        if (due - received > HORIZON_MILLIS) {
            throw tooFar();
        }
        return new Deadline(Instant.ofEpochMilli(due), receivedAt, limit, calendar, merged.list());
    }

    /**
     * What of a limit is used between receipt and an instant: the inverse of {@link #due}, so that a limit in working days is
     * kept as long as not more working days than it has are used. A working day is used once it has begun.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or further from it than the horizon
     */
    public static Elapsed elapsed(Instant from, Instant to, WorkCalendar calendar, List<Pause> pauses) {
        Pauses merged = Pauses.of(pauses);
        long begin = from.toEpochMilli();
        long end = to.toEpochMilli();
        Duration time = workingTime(begin, end, calendar, merged);
        WorkCalendar.OpenTimes times = calendar.openFrom(begin);
        if (!times.next() || times.from() >= end) {
            return Elapsed.NOTHING;
        }
        return new Elapsed(time, daysBegun(times.day() + 1, Long.MIN_VALUE, end, calendar, merged));
    }

    /**
     * What is left until a deadline: the working time, and the working days that have yet to begin. Nothing when it is over.
     *
     * @throws IllegalArgumentException if the deadline is further away than the horizon
     */
    public static Elapsed remaining(Instant now, Instant dueAt, WorkCalendar calendar, List<Pause> pauses) {
        if (!now.isBefore(dueAt)) {
            return Elapsed.NOTHING;
        }
        Pauses merged = Pauses.of(pauses);
        long begin = now.toEpochMilli();
        long end = dueAt.toEpochMilli();
        Duration time = workingTime(begin, end, calendar, merged);
        return new Elapsed(time, daysBegun(calendar.dayOf(begin), begin + 1, end, calendar, merged));
    }

    /**
     * How late something is or was: the working time after the deadline, and the working days begun after it. Nothing when it is
     * not late.
     *
     * @throws IllegalArgumentException if the deadline is further back than the horizon
     */
    public static Elapsed overdue(Instant dueAt, Instant at, WorkCalendar calendar) {
        if (!dueAt.isBefore(at)) {
            return Elapsed.NOTHING;
        }
        Pauses none = Pauses.of(List.of());
        long begin = dueAt.toEpochMilli();
        long end = at.toEpochMilli();
        Duration time = workingTime(begin, end, calendar, none);
        return new Elapsed(time, daysBegun(calendar.dayOf(begin), begin, end, calendar, none));
    }

    /**
     * When some percent of the working time between receipt and deadline are used up, for a warning: always within office hours
     * and while the clock runs; for 100 the deadline itself.
     */
    public static Instant used(int percent, Deadline deadline) {
        Pauses pauses = Pauses.of(deadline.pauses());
        long received = deadline.receivedAt().toEpochMilli();
        long due = deadline.dueAt().toEpochMilli();
        if (percent >= 100 || due <= received) {
            return deadline.dueAt();
        }
        long used = workingTime(received, due, deadline.calendar(), pauses).toMillis() * percent / 100;
        long at = walk(received, used, false, deadline.calendar(), pauses);
        return at < due ? Instant.ofEpochMilli(at) : deadline.dueAt();
    }

    /**
     * The opening of the office so many working days before the day of a deadline; 0 is the opening of that day, or of the last
     * working day before it where it is a day off.
     *
     * @throws NoWorkingTime if there are not so many within the horizon
     */
    public static Instant workingDaysBefore(Instant dueAt, int days, WorkCalendar calendar) {
        int last = calendar.dayOf(dueAt.toEpochMilli() - 1);
        int left = days;
        for (int day = last; day > last - HORIZON_DAYS; day--) {
            long opening = calendar.openingOn(day);
            if (opening != WorkCalendar.CLOSED) {
                left -= day == last ? 0 : 1;
                if (left <= 0) {
                    return Instant.ofEpochMilli(opening);
                }
            }
        }
        throw tooFar();
    }

    private static long afterWorkingDays(long received, int days, WorkCalendar calendar, Pauses pauses) {
        int day = deemedDay(received, calendar);
        if (days == 0) {
            return endOfOfficeHours(day, calendar, pauses);
        }
        int last = day + HORIZON_DAYS;
        boolean begun = false;
        int left = days;
        while (true) {
            day = calendar.nextWorkingDay(day);
            if (day > last) {
                throw tooFar();
            }
            begun |= pauses.runsAt(calendar.openingOn(day));
            if (begun && pauses.runsUntil(calendar.closingOn(day))) {
                begun = false;
                if (--left == 0) {
                    return calendar.closingOn(day);
                }
            }
        }
    }

    private static long afterCalendarDays(
            long received, int days, boolean endsOnWorkingDay, WorkCalendar calendar, Pauses pauses) {
        int day = deemedDay(received, calendar);
        int last = day + HORIZON_DAYS;
        boolean begun = false;
        for (int left = days; left > 0; ) {
            if (++day > last) {
                throw tooFar();
            }
            begun |= pauses.none() || pauses.runsAt(calendar.midnightOf(day));
            if (begun && (pauses.none() || pauses.runsUntil(calendar.midnightOf(day + 1)))) {
                begun = false;
                left--;
            }
        }
        if (calendar.closingOn(day) == WorkCalendar.CLOSED && !endsOnWorkingDay) {
            long midnight = calendar.midnightOf(day + 1);
            if (pauses.runsUntil(midnight)) {
                return midnight;
            }
        }
        return endOfOfficeHours(day, calendar, pauses);
    }

    private static long afterWorkingTime(long received, long millis, WorkCalendar calendar, Pauses pauses) {
        return walk(received, millis, true, calendar, pauses);
    }

    /** The end of office hours of this day, or of the first working day after it at whose end the clock runs. */
    private static long endOfOfficeHours(int epochDay, WorkCalendar calendar, Pauses pauses) {
        int day = epochDay;
        while (true) {
            long closing = calendar.closingOn(day);
            if (closing != WorkCalendar.CLOSED && pauses.runsUntil(closing)) {
                return closing;
            }
            day = calendar.nextWorkingDay(day);
            if (day > epochDay + HORIZON_DAYS) {
                throw tooFar();
            }
        }
    }

    /**
     * The moment at which so much working time is used up.
     *
     * @param mayEndAtClosing whether time that runs out exactly when the office closes, or the clock stops, ends there; if not,
     *     it ends when the office is next open with the clock running
     */
    private static long walk(
            long received, long millis, boolean mayEndAtClosing, WorkCalendar calendar, Pauses pauses) {
        WorkCalendar.OpenTimes times = calendar.openFrom(received);
        long left = millis;
        while (times.next()) {
            long at = pauses.firstRunning(Math.max(times.from(), received));
            while (at < times.to()) {
                long until = Math.min(times.to(), pauses.nextStop(at));
                if (mayEndAtClosing ? until - at >= left : until - at > left) {
                    return at + left;
                }
                left -= until - at;
                at = pauses.firstRunning(until);
            }
        }
        throw tooFar();
    }

    private static Duration workingTime(long from, long to, WorkCalendar calendar, Pauses pauses) {
        if (to < from || to - from > HORIZON_MILLIS) {
            throw new IllegalArgumentException("from, to and not more than " + WorkCalendar.HORIZON_YEARS
                    + " years between: " + Instant.ofEpochMilli(from) + ", " + Instant.ofEpochMilli(to));
        }
        long sum = 0;
        WorkCalendar.OpenTimes times = calendar.openFrom(from);
        while (times.next() && times.from() < to) {
            long end = Math.min(times.to(), to);
            long at = pauses.firstRunning(Math.max(times.from(), from));
            while (at < end) {
                long until = Math.min(end, pauses.nextStop(at));
                sum += until - at;
                at = pauses.firstRunning(until);
            }
        }
        return Duration.ofMillis(sum);
    }

    /** The working days, not before an epoch day, that begin within these moments. */
    private static int daysBegun(int firstDay, long from, long to, WorkCalendar calendar, Pauses pauses) {
        int count = 0;
        boolean begun = false;
        int last = calendar.dayOf(to);
        for (int day = firstDay; day <= last; day++) {
            long opening = calendar.openingOn(day);
            if (opening != WorkCalendar.CLOSED && opening < to) {
                if (!begun && pauses.runsAt(opening)) {
                    begun = true;
                    count += opening >= from ? 1 : 0;
                }
                begun &= !pauses.runsUntil(calendar.closingOn(day));
            }
        }
        return count;
    }

    private static int deemedDay(long received, WorkCalendar calendar) {
        WorkCalendar.OpenTimes times = calendar.openFrom(received);
        if (!times.next()) {
            throw tooFar();
        }
        return times.day();
    }

    private static NoWorkingTime tooFar() {
        return new NoWorkingTime("not within " + WorkCalendar.HORIZON_YEARS + " years");
    }
}
