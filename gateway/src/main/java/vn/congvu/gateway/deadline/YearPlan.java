package vn.congvu.gateway.deadline;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.deadline.Calendars.Day;

/** A year at a glance: twelve months of weeks that begin on Monday. */
record YearPlan(int year, List<Month> months) {
    private static final int DAYS_OF_A_WEEK = 7;

    record Month(int number, List<List<Cell>> weeks) {}

    /** @param date absent before the first and after the last day of a month */
    record Cell(@Nullable LocalDate date, @Nullable Day special) {
        private static final Cell EMPTY = new Cell(null, null);

        /** A class of the style sheet: off, work, weekend or none. */
        public String look() {
            if (special != null) {
                return special.kind();
            }
            return date != null && date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() ? "weekend" : "";
        }
    }

    static YearPlan of(int year, List<Day> days) {
        Map<LocalDate, Day> special = days.stream().collect(toMap(Day::date, Function.identity()));
        return new YearPlan(
                year,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(Year.of(year)::atMonth)
                        .map(month -> new Month(month.getMonthValue(), weeks(month, special)))
                        .toList());
    }

    private static List<List<Cell>> weeks(YearMonth month, Map<LocalDate, Day> special) {
        List<Cell> cells = new ArrayList<>();
        var before = month.atDay(1).getDayOfWeek().getValue() - 1;
        IntStream.range(0, before).forEach(_ -> cells.add(Cell.EMPTY));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            var date = month.atDay(day);
            cells.add(new Cell(date, special.get(date)));
        }
        while (cells.size() % DAYS_OF_A_WEEK != 0) {
            cells.add(Cell.EMPTY);
        }
        return IntStream.range(0, cells.size() / DAYS_OF_A_WEEK)
                .mapToObj(week -> List.copyOf(cells.subList(week * DAYS_OF_A_WEEK, (week + 1) * DAYS_OF_A_WEEK)))
                .toList();
    }
}
