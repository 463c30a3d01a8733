package vn.congvu.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congvu.cases.calendar.WorkCalendar;

/**
 * The engine agrees with a reference that walks minute by minute (second by second for short spans) on calendars, receipts and
 * pauses made up from seeds, in zones whose clocks change meanwhile.
 */
class DeadlinePropertyTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int THREE_DAYS = 3 * 24 * 60;
    private static final int FOUR_HOURS = 4 * 60;
    private static final int EACH = 30;

    static LongStream seeds() {
        return LongStream.range(0, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheReferenceToTheMinute(long block) {
        for (long seed = block * EACH; seed < (block + 1) * EACH; seed++) {
            RandomSituation situation = RandomSituation.of(seed, MINUTE, THREE_DAYS);
            agree(situation, situation.limit(5, 2000));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheReferenceToTheSecond(long block) {
        for (long seed = block * 2; seed < (block + 1) * 2; seed++) {
            RandomSituation situation = RandomSituation.of(1_000_000 + seed, SECOND, FOUR_HOURS);
            agree(situation, situation.limit(1, 5_000));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void elapsedAgreesWithTheReference(long block) {
        for (long seed = block * EACH; seed < (block + 1) * EACH; seed++) {
            RandomSituation situation = RandomSituation.of(2_000_000 + seed, MINUTE, THREE_DAYS);
            Instant to = situation
                    .receivedAt()
                    .plus(MINUTE.multipliedBy(situation.random().nextInt(9_000)));
            assertThat(Deadlines.elapsed(situation.receivedAt(), to, situation.calendar(), situation.pauses()))
                    .as("%s until %s", situation, to)
                    .isEqualTo(situation.reference().elapsed(situation.receivedAt(), to, situation.pauses()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsUsedAtTheDeadlineIsTheLimit(long block) {
        for (long seed = block * 250; seed < (block + 1) * 250; seed++) {
            RandomSituation situation = RandomSituation.of(3_000_000 + seed, SECOND, THREE_DAYS);
            Limit limit = situation.limit(30, 500_000);
            Instant due = due(situation, limit).dueAt();
            Elapsed used = Deadlines.elapsed(situation.receivedAt(), due, situation.calendar(), situation.pauses());
            switch (limit) {
                case Limit.WorkingTime(Duration time) ->
                    assertThat(used.workingTime()).as("%s", situation).isEqualTo(time);
                case Limit.WorkingDays(int days)
                when days > 0 ->
                    assertThat(used.workingDays()).as("%s", situation).isEqualTo(days);
                case Limit.WorkingDays _, Limit.CalendarDays _ -> {}
            }
            assertThat(Deadlines.elapsed(
                                    situation.receivedAt(),
                                    due.plusSeconds(1),
                                    situation.calendar(),
                                    situation.pauses())
                            .workingTime())
                    .as("%s", situation)
                    .isGreaterThanOrEqualTo(used.workingTime());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverPassesWhileTheClockStandsStillAndNeverOutsideOfficeHours(long block) {
        for (long seed = block * 250; seed < (block + 1) * 250; seed++) {
            RandomSituation situation = RandomSituation.of(4_000_000 + seed, SECOND, THREE_DAYS);
            Deadline deadline = due(situation, situation.limit(10, 200_000));
            Instant justBefore = deadline.dueAt().minusMillis(1);
            assertThat(situation.pauses())
                    .as("%s", situation)
                    .noneMatch(pause -> !justBefore.isBefore(pause.from()) && justBefore.isBefore(pause.to()));
            if (!(deadline.limit() instanceof Limit.CalendarDays(int _, boolean endsOnWorkingDay))
                    || endsOnWorkingDay) {
                assertThat(situation.calendar().isOpen(justBefore))
                        .as("%s", situation)
                        .isTrue();
            }
            for (int percent : List.of(50, 80)) {
                Instant warning = Deadlines.used(percent, deadline);
                assertThat(warning).as("%s", situation).isBetween(situation.receivedAt(), deadline.dueAt());
                assertThat(warning.equals(deadline.dueAt()) || runsAndOpen(situation, warning))
                        .as("%s", situation)
                        .isTrue();
            }
            assertThat(deadline.trace())
                    .as("%s", situation)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(line -> {
                        assertThat(line.vi()).isNotBlank();
                        assertThat(line.en()).isNotBlank();
                    });
        }
    }

    /** So that statistics, which count days used, never call late what the clock calls in time, nor the other way round. */
    @ParameterizedTest
    @MethodSource("seeds")
    void inTimeMeansNoMoreDaysUsedThanTheLimitHasAndLateMeansMore(long block) {
        for (long seed = block * 250; seed < (block + 1) * 250; seed++) {
            RandomSituation situation = RandomSituation.of(6_000_000 + seed, SECOND, THREE_DAYS);
            int days = 1 + situation.random().nextInt(20);
            Instant due = due(situation, new Limit.WorkingDays(days)).dueAt();
            Instant at = due.plus(MINUTE.multipliedBy(situation.random().nextInt(2 * THREE_DAYS) - THREE_DAYS));
            Instant done = at.isBefore(situation.receivedAt()) ? situation.receivedAt() : at;
            int used = Deadlines.elapsed(situation.receivedAt(), done, situation.calendar(), situation.pauses())
                    .workingDays();
            if (!done.isAfter(due)) {
                assertThat(used).as("%s done %s", situation, done).isLessThanOrEqualTo(days);
            } else if (!Deadlines.elapsed(due, done, situation.calendar(), situation.pauses())
                    .workingTime()
                    .isZero()) {
                assertThat(used).as("%s done %s", situation, done).isGreaterThan(days);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void morePausesNeverMakeItEarlier(long block) {
        for (long seed = block * 250; seed < (block + 1) * 250; seed++) {
            RandomSituation situation = RandomSituation.of(5_000_000 + seed, SECOND, THREE_DAYS);
            Limit limit = situation.limit(10, 200_000);
            Instant without = Deadlines.due(situation.receivedAt(), limit, situation.calendar(), List.of())
                    .dueAt();
            assertThat(due(situation, limit).dueAt()).as("%s", situation).isAfterOrEqualTo(without);
        }
    }

    private static boolean runsAndOpen(RandomSituation situation, Instant at) {
        return situation.calendar().isOpen(at)
                && situation.pauses().stream().noneMatch(p -> !at.isBefore(p.from()) && at.isBefore(p.to()));
    }

    private static void agree(RandomSituation situation, Limit limit) {
        WorkCalendar calendar = situation.calendar();
        assertThat(calendar.isOpen(situation.receivedAt()))
                .as("%s", situation)
                .isEqualTo(situation.reference().open(situation.receivedAt()));
        assertThat(calendar.deemedReceipt(situation.receivedAt()))
                .as("%s", situation)
                .isEqualTo(situation.reference().deemed(situation.receivedAt()));
        assertThat(due(situation, limit).dueAt())
                .as("%s within %s", situation, limit)
                .isEqualTo(situation.reference().due(situation.receivedAt(), limit, situation.pauses()));
    }

    private static Deadline due(RandomSituation situation, Limit limit) {
        return Deadlines.due(situation.receivedAt(), limit, situation.calendar(), situation.pauses());
    }
}
