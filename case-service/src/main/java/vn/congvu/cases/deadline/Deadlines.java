package vn.congvu.cases.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 *   <li>A day on which the clock stands still when it begins (a working day when the office opens, a calendar day at midnight)
 *       is not counted, so that a day on which the citizen's answer comes in is left out like the day of receipt. Working time
 *       leaves out what was paused, to the millisecond.
 *   <li>No deadline passes while the clock stands still: it moves to the end of office hours of the first working day at whose
 *       end the clock runs.
 * </ul>
 */
public final class Deadlines {
    private Deadlines() {}

    /**
     * When the limit ends.
     *
     * @param receivedAt within {@link WorkCalendar#EARLIEST} and {@link WorkCalendar#LATEST}
     * @param pauses in any order, also overlapping
     * @throws NoWorkingTime if the limit does not end within {@link WorkCalendar#HORIZON_YEARS} years
     */
    public static Deadline due(Instant receivedAt, Limit limit, WorkCalendar calendar, List<Pause> pauses) {
        List<Pause> merged = merged(pauses);
        long due =
                switch (limit) {
                    case Limit.WorkingDays(int days) ->
                        afterWorkingDays(receivedAt.toEpochMilli(), days, calendar, merged);
                    case Limit.WorkingTime(var time) ->
                        afterWorkingTime(receivedAt.toEpochMilli(), time.toMillis(), calendar, merged);
                    case Limit.CalendarDays(int days, boolean endsOnWorkingDay) ->
                        afterCalendarDays(receivedAt.toEpochMilli(), days, endsOnWorkingDay, calendar, merged);
                };
        return new Deadline(Instant.ofEpochMilli(due), receivedAt, limit, calendar, merged);
    }

    /**
     * What of a limit is used between receipt and an instant: the inverse of {@link #due}, so that a limit in working days is
     * kept as long as not more working days than it has are used.
     */
    public static Elapsed elapsed(Instant from, Instant to, WorkCalendar calendar, List<Pause> pauses) {
        throw new UnsupportedOperationException();
    }

    /** What is left until a deadline: the working time, and the working days that have yet to begin. */
    public static Elapsed remaining(Instant now, Instant dueAt, WorkCalendar calendar, List<Pause> pauses) {
        throw new UnsupportedOperationException();
    }

    /** How late something is or was: the working time after the deadline, and the working days that began after it. */
    public static Elapsed overdue(Instant dueAt, Instant at, WorkCalendar calendar) {
        throw new UnsupportedOperationException();
    }

    /**
     * When some percent of the working time between receipt and deadline are used, for a warning: within office hours, and for
     * 100 the deadline itself.
     */
    public static Instant used(int percent, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /** The opening of the office so many working days before the day of a deadline; 0 is the opening of its own day. */
    public static Instant workingDaysBefore(Instant dueAt, int days, WorkCalendar calendar) {
        throw new UnsupportedOperationException();
    }

    static List<Pause> merged(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return List.of();
        }
        List<Pause> sorted = new ArrayList<>(pauses);
        sorted.sort(Comparator.comparing(Pause::from));
        List<Pause> merged = new ArrayList<>();
        Pause last = sorted.getFirst();
        for (Pause pause : sorted) {
            if (pause.from().isAfter(last.to())) {
                merged.add(last);
                last = pause;
            } else if (pause.to().isAfter(last.to())) {
                last = new Pause(last.from(), pause.to());
            }
        }
        merged.add(last);
        return List.copyOf(merged);
    }

    private static long afterWorkingDays(long received, int days, WorkCalendar calendar, List<Pause> pauses) {
        throw new UnsupportedOperationException();
    }

    private static long afterWorkingTime(long received, long millis, WorkCalendar calendar, List<Pause> pauses) {
        throw new UnsupportedOperationException();
    }

    private static long afterCalendarDays(
            long received, int days, boolean endsOnWorkingDay, WorkCalendar calendar, List<Pause> pauses) {
        throw new UnsupportedOperationException();
    }
}
