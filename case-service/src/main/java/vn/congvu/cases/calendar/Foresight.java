package vn.congvu.cases.calendar;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.congvu.contracts.SlaClock;

/** Tells which open deadlines a change of the calendar would move, before it is made. Whoever keeps deadlines implements it. */
public interface Foresight {
    /** @param calendars the calendar of an agency, by its code, as it would be */
    Effect ifCalendarsWere(Function<String, WorkCalendar> calendars);

    /**
     * What would change.
     *
     * @param open open cases looked at
     * @param moved those of them of which a deadline would move
     * @param complete whether all open cases were looked at; a preview stops after some thousand
     * @param moves the first moves
     */
    record Effect(int open, int moved, boolean complete, List<Move> moves) {}

    /** A deadline that would move. */
    record Move(String reference, SlaClock clock, Instant dueAt, Instant newDueAt) {}
}
