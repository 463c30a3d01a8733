package vn.congvu.cases.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The public calendar of Vietnam that the suite ships: days off and worked Saturdays of civil servants, 2021-2027. */
final class PublicCalendar {
    private static final String FILE = "/calendar/vn-public-calendar.csv";

    private PublicCalendar() {}

    static List<SpecialDay> shipped() {
        try (var file = PublicCalendar.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            var read = CalendarFile.days(file.readAllBytes());
            if (!read.refused().isEmpty()) {
                throw new IllegalStateException(FILE + " has bad lines: " + read.refused());
            }
            return read.days();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
