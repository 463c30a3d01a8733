package vn.congvu.devstack.replay;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/**
 * Office hours and days off of the city, worked out apart from the suite, so that its deadlines can be checked against
 * something that is not itself.
 */
final class CityCalendar {
    static final ZoneId ZONE = ZoneId.of("America/Detroit");
    static final LocalTime OPENS = LocalTime.of(8, 0);
    static final LocalTime CLOSES = LocalTime.of(16, 0);
    /** Everything of a day happens at this time. */
    static final LocalTime DESK_TIME = LocalTime.of(10, 0);

    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2021;

    private CityCalendar() {}

    static Instant deskTime(LocalDate day) {
        return day.atTime(DESK_TIME).atZone(ZONE).toInstant();
    }

    static boolean works(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !federalHolidays().containsKey(day);
    }

    /**
     * The end of the last of so many working days for what came in at desk time: the day of (deemed) receipt is not
     * counted.
     */
    static Instant due(LocalDate received, int workingDays) {
        var day = received;
        while (!works(day)) {
            day = day.plusDays(1);
        }
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            counted += works(day) ? 1 : 0;
        }
        return day.atTime(CLOSES).atZone(ZONE).toInstant();
    }

    /** Federal holidays as recorded (5 U.S.C. 6103), on the Friday before or Monday after where they fall on a weekend. */
    static Map<LocalDate, String> federalHolidays() {
        return Holidays.ALL;
    }

    private static final class Holidays {
        static final Map<LocalDate, String> ALL = all();

        private static Map<LocalDate, String> all() {
            var days = new TreeMap<LocalDate, String>();
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                days.put(observed(LocalDate.of(year, Month.JANUARY, 1)), "New Year's Day");
                days.put(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY), "Martin Luther King Jr. Day");
                days.put(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY), "Washington's Birthday");
                days.put(nth(year, Month.MAY, -1, DayOfWeek.MONDAY), "Memorial Day");
                days.put(observed(LocalDate.of(year, Month.JULY, 4)), "Independence Day");
                days.put(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY), "Labor Day");
                days.put(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY), "Columbus Day");
                days.put(observed(LocalDate.of(year, Month.NOVEMBER, 11)), "Veterans Day");
                days.put(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY), "Thanksgiving Day");
                days.put(observed(LocalDate.of(year, Month.DECEMBER, 25)), "Christmas Day");
            }
            return days;
        }

        private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        }

        private static LocalDate observed(LocalDate day) {
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> day.minusDays(1);
                case SUNDAY -> day.plusDays(1);
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
            };
        }
    }
}
