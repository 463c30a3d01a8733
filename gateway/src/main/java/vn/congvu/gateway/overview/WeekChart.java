package vn.congvu.gateway.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.overview.Overviews.Week;

/**
 * A bar for each week: answers in time, late ones on top, and a mark at what came in.
 *
 * @param width of the drawing; its height is {@link #HEIGHT}
 * @param most the number that the tallest bar or highest mark stands for
 */
record WeekChart(int width, long most, List<Bar> bars) {
    static final int HEIGHT = 160;
    private static final int STEP = 28;
    /** A year is read at a glance; what came before stands in the table. */
    private static final int WEEKS = 53;

    /** Lengths from the ground up; {@code label} at every fourth week. */
    record Bar(LocalDate monday, int x, int inTime, int late, int received, boolean label) {
        public int top() {
            return HEIGHT - inTime - late;
        }

        public int lateEnds() {
            return HEIGHT - inTime;
        }

        public int mark() {
            return HEIGHT - received;
        }
    }

    /** Null where there is nothing to draw. */
    static @Nullable WeekChart of(@Nullable List<Week> weeks) {
        if (weeks == null) {
            return null;
        }
        var shown = weeks.subList(Math.max(0, weeks.size() - WEEKS), weeks.size());
        long most = shown.stream()
                .mapToLong(week -> Math.max(week.received(), week.answeredInTime() + week.answeredLate()))
                .max()
                .orElse(0);
        if (most == 0) {
            return null;
        }
        var bars = new ArrayList<Bar>();
        for (var week : shown) {
            bars.add(new Bar(
                    week.monday(),
                    bars.size() * STEP + 4,
                    length(week.answeredInTime(), most),
                    length(week.answeredLate(), most),
                    length(week.received(), most),
                    bars.size() % 4 == 0));
        }
        return new WeekChart(Math.max(bars.size(), 12) * STEP + 4, most, bars);
    }

    public int height() {
        return HEIGHT;
    }

    private static int length(long count, long most) {
        return (int) Math.round(count * (HEIGHT - 10.0) / most);
    }
}
