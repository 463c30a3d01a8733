package vn.congvu.cases.calendar;

/** The calendar has no (or not enough) office hours within the {@link WorkCalendar#HORIZON_YEARS horizon}, so a limit never ends. */
public final class NoWorkingTime extends RuntimeException {
    public NoWorkingTime(String message) {
        super(message);
    }
}
