package vn.congvu.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.congvu.cases.deadline.Situations.at;
import static vn.congvu.cases.deadline.Situations.office;
import static vn.congvu.cases.deadline.Situations.pause;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a limit is used, left, or exceeded. */
class ElapsedTests {
    @ParameterizedTest(name = "{0}: {1} - {2} -> {3}, {4} days")
    @CsvSource(delimiter = '|', textBlock = """
            within a morning                        | 2026-03-02 09:00 | 2026-03-02 10:15 | PT75M    | 0
            over lunch                              | 2026-03-02 11:00 | 2026-03-02 14:00 | PT1H     | 0
            from Sunday until Monday morning        | 2026-03-01 09:00 | 2026-03-02 08:30 | PT1H     | 0
            the next day has begun                  | 2026-03-02 09:00 | 2026-03-03 07:30:01 | PT6H0M1S | 1
            the next day has not yet begun          | 2026-03-02 09:00 | 2026-03-03 07:30 | PT6H     | 0
            the tenth working day, in the evening   | 2017-09-24 10:00 | 2017-10-09 22:00 | PT82H30M | 10
            a night                                 | 2026-03-02 18:00 | 2026-03-03 06:00 | PT0S     | 0
            no time                                 | 2026-03-02 09:00 | 2026-03-02 09:00 | PT0S     | 0
            over a worked Saturday                  | 2026-01-09 09:00 | 2026-01-12 08:30 | PT14H30M | 2
            """)
    void elapsedIsCountedAsALimitIs(String why, String from, String to, Duration time, int days) {
        assertThat(Deadlines.elapsed(at(from), at(to), office(), List.of()))
                .as(why)
                .isEqualTo(new Elapsed(time, days));
    }

    @Test
    void waitingIsNotElapsed() {
        List<Pause> pauses = List.of(pause("2026-03-03 10:00", "2026-03-05 15:00"));
        assertThat(Deadlines.elapsed(at("2026-03-02 09:00"), at("2026-03-06 17:00"), office(), pauses))
                .isEqualTo(new Elapsed(Duration.ofHours(18), 2));
    }

    @Test
    void keptInTimeMeansNotMoreDaysUsedThanTheLimitHas() {
        assertThat(used("2026-03-16 17:00")).isEqualTo(10);
        assertThat(used("2026-03-17 07:31")).isEqualTo(11);
    }

    @Test
    void remainingCountsTheDaysYetToBegin() {
        assertThat(Deadlines.remaining(at("2026-03-02 16:00"), at("2026-03-04 17:00"), office(), List.of()))
                .isEqualTo(new Elapsed(Duration.ofHours(16), 2));
        assertThat(Deadlines.remaining(at("2026-03-04 09:00"), at("2026-03-04 17:00"), office(), List.of()))
                .isEqualTo(new Elapsed(Duration.ofHours(6), 0));
        assertThat(Deadlines.remaining(at("2026-03-05 09:00"), at("2026-03-04 17:00"), office(), List.of()))
                .isEqualTo(Elapsed.NOTHING);
    }

    @Test
    void lateBeginsWithTheNextWorkingDay() {
        assertThat(Deadlines.overdue(at("2026-03-06 17:00"), at("2026-03-08 12:00"), office()))
                .isEqualTo(Elapsed.NOTHING);
        assertThat(Deadlines.overdue(at("2026-03-06 17:00"), at("2026-03-09 08:30"), office()))
                .isEqualTo(new Elapsed(Duration.ofHours(1), 1));
        assertThat(Deadlines.overdue(at("2026-03-06 17:00"), at("2026-03-06 16:00"), office()))
                .isEqualTo(Elapsed.NOTHING);
    }

    @Test
    void warningsFallWithinOfficeHours() {
        Deadline ten = Deadlines.due(at("2026-03-02 07:30"), new Limit.WorkingDays(1), office(), List.of());
        assertThat(Deadlines.used(50, ten)).isEqualTo(at("2026-03-03 07:30"));
        assertThat(Deadlines.used(80, ten)).isEqualTo(at("2026-03-03 14:00"));
        assertThat(Deadlines.used(100, ten)).isEqualTo(at("2026-03-03 17:00"));
    }

    @Test
    void daysBeforeADeadlineBeginWithTheOpening() {
        assertThat(Deadlines.workingDaysBefore(at("2026-03-10 17:00"), 2, office()))
                .isEqualTo(at("2026-03-06 07:30"));
        assertThat(Deadlines.workingDaysBefore(at("2026-03-10 17:00"), 0, office()))
                .isEqualTo(at("2026-03-10 07:30"));
        assertThat(Deadlines.workingDaysBefore(at("2026-03-09 00:00"), 0, office()))
                .isEqualTo(at("2026-03-06 07:30"));
        assertThat(Deadlines.workingDaysBefore(at("2026-03-09 00:00"), 1, office()))
                .isEqualTo(at("2026-03-06 07:30"));
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatThrownBy(() -> Deadlines.elapsed(at("2026-03-02 09:00"), at("2026-03-02 08:59"), office(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int used(String answered) {
        return Deadlines.elapsed(at("2026-03-02 09:00"), at(answered), office(), List.of())
                .workingDays();
    }
}
