package vn.congvu.cases.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.congvu.cases.calendar.CalendarChange.DayChange;
import vn.congvu.cases.calendar.CalendarChange.HoursChange;

/** Everything about the calendar after some number of changes. Immutable; agencies with the same hours share a calendar. */
final class CalendarTable {
    /** Stands for all agencies without hours of their own. */
    static final String EVERYBODY = "*";

    /** Before any change: the shipped days and standard hours. */
    static final CalendarTable SHIPPED = new CalendarTable(
            0,
            ZoneId.of("Asia/Ho_Chi_Minh"),
            byDate(PublicCalendar.shipped()),
            Map.of(EVERYBODY, OfficeHours.standard().common()));

    private final long version;
    private final ZoneId zone;
    private final NavigableMap<LocalDate, SpecialDay> days;
    private final Map<String, List<HoursLine>> hours;
    private final Map<List<HoursLine>, WorkCalendar> calendars = new ConcurrentHashMap<>();

    private CalendarTable(
            long version, ZoneId zone, NavigableMap<LocalDate, SpecialDay> days, Map<String, List<HoursLine>> hours) {
        this.version = version;
        this.zone = zone;
        this.days = days;
        this.hours = hours;
    }

    /** Nothing special ever, standard hours: what the first change is made to. */
    static CalendarTable blank() {
        return new CalendarTable(0, SHIPPED.zone, new TreeMap<>(), SHIPPED.hours);
    }

    CalendarTable with(CalendarChange change) {
        NavigableMap<LocalDate, SpecialDay> newDays = new TreeMap<>(days);
        for (DayChange day : change.days()) {
            LocalDate date = LocalDate.parse(day.date());
            DayKind kind = day.kind();
            if (kind == null) {
                newDays.remove(date);
            } else {
                newDays.put(date, new SpecialDay(date, kind, day.name(), day.basis()));
            }
        }
        Map<String, List<HoursLine>> newHours = new HashMap<>(hours);
        ZoneId newZone = zone;
        for (HoursChange agency : change.hours()) {
            if (agency.timezone() != null) {
                newZone = ZoneId.of(agency.timezone());
            }
            if (agency.lines().isEmpty() && agency.agency().equals(EVERYBODY)) {
                newHours.put(EVERYBODY, OfficeHours.standard().common());
            } else if (agency.lines().isEmpty()) {
                newHours.remove(agency.agency());
            } else {
                newHours.put(
                        agency.agency(),
                        agency.lines().stream().map(HoursText::line).toList());
            }
        }
        return new CalendarTable(change.version(), newZone, newDays, newHours);
    }

    WorkCalendar of(String agencyCode) {
        List<HoursLine> own = agencyCode.equals(EVERYBODY) ? List.of() : hours.getOrDefault(agencyCode, List.of());
        return calendars.computeIfAbsent(
                own,
                lines -> new WorkCalendar(
                        zone, new OfficeHours(lines, hours.getOrDefault(EVERYBODY, List.of())), days.values()));
    }

    long version() {
        return version;
    }

    ZoneId zone() {
        return zone;
    }

    Map<String, List<HoursLine>> hours() {
        return Map.copyOf(hours);
    }

    /** By date, ascending. */
    NavigableMap<LocalDate, SpecialDay> days() {
        return Collections.unmodifiableNavigableMap(days);
    }

    List<SpecialDay> daysOf(int year) {
        return List.copyOf(days.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .values());
    }

    private static NavigableMap<LocalDate, SpecialDay> byDate(List<SpecialDay> list) {
        NavigableMap<LocalDate, SpecialDay> map = new TreeMap<>();
        list.forEach(day -> map.put(day.date(), day));
        return map;
    }
}
