package vn.congvu.cases.calendar;

import org.springframework.stereotype.Component;

/** The calendar of each agency, as it is now. */
@Component
public class WorkCalendars {
    private final WorkCalendar standard = WorkCalendar.standard();

    /** The calendar of an agency; one without hours of its own has the common ones. */
    public WorkCalendar of(String agencyCode) {
        return standard;
    }

    /** The calendar of agencies without hours of their own. */
    public WorkCalendar common() {
        return standard;
    }

    /** Ascending with every change of a day or of office hours. */
    public long version() {
        return 0;
    }
}
