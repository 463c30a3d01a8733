package vn.congvu.cases.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One change of the calendar. The calendar is what all changes in their order make of it, so each is one write, none is ever
 * lost, and a replica asks only for those after the last it knows.
 *
 * @param version 1, 2, 3, ...: its place in the order
 * @param by the account that made it
 */
@Document("calendar_changes")
@TypeAlias("calendar-change")
record CalendarChange(@Id Long version, Instant at, String by, List<DayChange> days, List<HoursChange> hours) {
    /**
     * What a day is from now on.
     *
     * @param date ISO
     * @param kind absent: an ordinary day again
     */
    record DayChange(
            String date,
            @Nullable DayKind kind,
            @Nullable String name,
            @Nullable String basis) {
        static DayChange of(SpecialDay day) {
            return new DayChange(day.date().toString(), day.kind(), day.name(), day.basis());
        }
    }

    /**
     * All office hours of an agency from now on.
     *
     * @param agency {@link CalendarTable#EVERYBODY} for the common ones
     * @param timezone with the common ones, where it changes
     * @param lines none: the common ones hold, and of these the standard ones
     */
    record HoursChange(String agency, @Nullable String timezone, List<HoursText> lines) {}
}
