package vn.congvu.cases.deadline;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import vn.congvu.cases.calendar.WorkCalendar;

/**
 * Measures the engine on one core; a program to run by hand, since a test on a shared machine proves nothing about time. Aimed
 * at: 200,000 deadlines of 10 working days a second, at most 1 kB allocated each.
 */
final class DeadlineSpeed {
    private static final int RECEIPTS = 4096;
    private static final int EACH = 2_000_000;
    private static final int ROUNDS = 5;

    private DeadlineSpeed() {}

    static void main() {
        WorkCalendar calendar = WorkCalendar.standard();
        Instant[] receipts = new Random(1)
                .longs(RECEIPTS, 0, Duration.ofDays(3 * 365).toSeconds())
                .mapToObj(Instant.parse("2024-01-01T00:00:00Z")::plusSeconds)
                .toArray(Instant[]::new);
        measure("10 working days", receipts, calendar, new Limit.WorkingDays(10));
        measure("75 working hours", receipts, calendar, new Limit.WorkingTime(Duration.ofHours(75)));
        measure("30 calendar days", receipts, calendar, new Limit.CalendarDays(30));
    }

    private static void measure(String what, Instant[] receipts, WorkCalendar calendar, Limit limit) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Deadline[] kept = new Deadline[RECEIPTS];
        for (int round = 1; round <= ROUNDS; round++) {
            long allocated = thread.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            for (int i = 0; i < EACH; i++) {
                kept[i % RECEIPTS] = Deadlines.due(receipts[i % RECEIPTS], limit, calendar, List.of());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
            System.out.printf(
                    "%s, round %d: %,.0f a second, %d bytes each%n", what, round, EACH / seconds, allocated / EACH);
        }
    }
}
