package vn.congvu.devstack.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;

/** A line each quarter of the record, so that one sees it move. */
final class Progress {
    private static final int MONTHS = 3;

    private final PrintStream out;
    private final int expected;
    private final long startedAt = System.nanoTime();
    private int received;
    private int answered;
    private LocalDate next = LocalDate.MIN;

    Progress(PrintStream out, int expected) {
        this.out = out;
        this.expected = expected;
    }

    void day(LocalDate date, int arrivals, int closings) {
        received += arrivals;
        answered += closings;
        if (!date.isBefore(next)) {
            if (!next.equals(LocalDate.MIN)) {
                var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
                out.printf(
                        "  %s  %,d of %,d received, %,d answered, after %d s%n",
                        date, received, expected, answered, seconds);
            }
            next = date.withDayOfMonth(1).plusMonths(MONTHS);
        }
    }
}
