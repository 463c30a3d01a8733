package vn.congvu.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadline;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.deadline.Pause;

/** Deadlines a second on one core, over receipts of three years with the public calendar. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeadlineBenchmark {
    private static final int RECEIPTS = 4096;
    private static final Limit TEN_DAYS = new Limit.WorkingDays(10);
    private static final Limit SEVENTY_FIVE_HOURS = new Limit.WorkingTime(Duration.ofHours(75));
    private static final Limit THIRTY_DAYS = new Limit.CalendarDays(30);

    private final WorkCalendar calendar = WorkCalendar.standard();
    private final Instant[] receipts = new Random(1)
            .longs(RECEIPTS, 0, Duration.ofDays(3 * 365).toSeconds())
            .mapToObj(Instant.parse("2024-01-01T00:00:00Z")::plusSeconds)
            .toArray(Instant[]::new);
    private int next;

    @Benchmark
    public Deadline tenWorkingDays() {
        return Deadlines.due(receipt(), TEN_DAYS, calendar, List.of());
    }

    /** The citizen was asked on the third day and answered after two more. */
    @Benchmark
    public Deadline tenWorkingDaysWithAPause() {
        var receipt = receipt();
        var pause = new Pause(receipt.plus(Duration.ofDays(3)), receipt.plus(Duration.ofDays(5)));
        return Deadlines.due(receipt, TEN_DAYS, calendar, List.of(pause));
    }

    @Benchmark
    public Deadline seventyFiveWorkingHours() {
        return Deadlines.due(receipt(), SEVENTY_FIVE_HOURS, calendar, List.of());
    }

    @Benchmark
    public Deadline thirtyCalendarDays() {
        return Deadlines.due(receipt(), THIRTY_DAYS, calendar, List.of());
    }

    private Instant receipt() {
        return receipts[next++ & (RECEIPTS - 1)];
    }
}
