package vn.congvu.cases.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.congvu.cases.calendar.OfficeHours;
import vn.congvu.cases.calendar.Shift;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;

/** Calendars and moments as the tests speak of them. */
final class Situations {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][.SSS]");

    private Situations() {}

    static Instant at(String local) {
        return at(local, VIETNAM);
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local, MOMENT).atZone(zone).toInstant();
    }

    static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }

    static Shift shift(String from, String to) {
        return new Shift(LocalTime.parse(from), LocalTime.parse(to));
    }

    static WorkCalendar office() {
        return WorkCalendar.standard();
    }

    /** The same shifts every day of the week, in a zone, with nothing special. */
    static WorkCalendar everyDay(String zone, Shift... shifts) {
        Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> hours.put(day, List.of(shifts)));
        return new WorkCalendar(ZoneId.of(zone), OfficeHours.weekly(hours), List.of());
    }

    static WorkCalendar neverOpen() {
        return new WorkCalendar(VIETNAM, OfficeHours.weekly(Map.of()), List.<SpecialDay>of());
    }
}
