package vn.congvu.cases.calendar;

import java.time.LocalTime;

/**
 * One stretch of office hours on a day, local time of the calendar's zone, from the first minute to just before the last.
 *
 * @param to the end; 00:00 is the end of the day (24:00)
 */
public record Shift(LocalTime from, LocalTime to) {
    private static final int DAY = 24 * 60 * 60;

    public Shift {
        if (endSecond(to) <= from.toSecondOfDay()) {
            throw new IllegalArgumentException(
                    "a shift ends after it begins, and one over midnight is written as two: " + from + "-" + to);
        }
    }

    int fromSecond() {
        return from.toSecondOfDay();
    }

    int toSecond() {
        return endSecond(to);
    }

    public boolean overlaps(Shift other) {
        return fromSecond() < other.toSecond() && other.fromSecond() < toSecond();
    }

    private static int endSecond(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay();
    }
}
