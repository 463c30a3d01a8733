package vn.congvu.cases.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.NoWorkingTime;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.watch.Moments;

/**
 * What the one-stop system promised, one of three: a moment, the end of office hours of a day, or so many working days. Kept as
 * it was told, so that a change of the calendar moves what depends on it.
 *
 * @param on ISO 8601
 */
record Promised(
        @Nullable Instant at, @Nullable String on, @Nullable Integer workingDays) {
    static Promised at(Instant moment) {
        return new Promised(moment, null, null);
    }

    static Promised on(LocalDate day) {
        return new Promised(null, day.toString(), null);
    }

    static Promised within(int workingDays) {
        return new Promised(null, null, workingDays);
    }

    /**
     * When the result is due.
     *
     * @param lastReceipt what the counter takes in later counts as received on the next working day
     * @throws NoWorkingTime if that is beyond what calendars reach
     */
    Instant dueAt(Instant receivedAt, WorkCalendar calendar, LocalTime lastReceipt) {
        if (at != null) {
            return at;
        }
        if (on != null) {
            return Moments.closing(LocalDate.parse(on), calendar);
        }
        var deemed = calendar.deemedReceipt(receivedAt, lastReceipt);
        return Deadlines.due(deemed, new Limit.WorkingDays(workingDays == null ? 0 : workingDays), calendar, List.of())
                .dueAt();
    }
}
