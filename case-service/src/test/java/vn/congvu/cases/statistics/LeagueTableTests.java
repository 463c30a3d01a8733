package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.statistics.Tallies.Answered;
import vn.congvu.cases.statistics.Tallies.AnsweredOn;

class LeagueTableTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void countsWhatWasInTimeAndHowLongItTook() {
        var line = of(
                new Answered("SXD", 2, false, 3), new Answered("SXD", 8, false, 2), new Answered("SXD", 15, true, 1));

        assertThat(line.answered()).isEqualTo(6);
        assertThat(line.onTimePercent()).isEqualTo(83.3);
        assertThat(line.medianWorkingDays()).isEqualTo(5.0);
        assertThat(line.p90WorkingDays()).isEqualTo(15);
        assertThat(line.overdueNow()).isEqualTo(4);
        assertThat(line.apologies()).isEqualTo(1);
        assertThat(line.praise()).isEqualTo(7);
    }

    @Test
    void saysNothingAboutGroupsUnderFive() {
        var line = of(new Answered("SXD", 2, false, 4));

        assertThat(line.suppressed()).isTrue();
        assertThat(line.answered()).isNull();
        assertThat(line.overdueNow()).isNull();
        assertThat(line.apologies()).isNull();
        assertThat(line.praise()).isNull();
    }

    @Test
    void showsTheTrendByMonthAndNothingOfMonthsWithFewAnswers() {
        var answers = List.of(
                new AnsweredOn("SXD", LocalDate.of(2026, 1, 31), false, 3),
                new AnsweredOn("SNV", LocalDate.of(2026, 1, 2), true, 3),
                new AnsweredOn("SXD", LocalDate.of(2026, 3, 1), false, 4));

        var table = LeagueTable.of(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 1),
                List.of(),
                answers,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());

        assertThat(table.months())
                .containsExactly(
                        new LeagueTable.Month("2026-01", 6L, 50.0, false),
                        new LeagueTable.Month("2026-02", null, null, true),
                        new LeagueTable.Month("2026-03", null, null, true));
    }

    private static LeagueTable.Line of(Answered... answers) {
        return LeagueTable.of(
                        DAY,
                        DAY,
                        List.of(answers),
                        List.of(),
                        Map.of("SXD", 4L),
                        Map.of("SXD", 1L),
                        Map.of("SXD", 7L),
                        Map.of("SXD", "Sở Xây dựng"))
                .agencies()
                .getFirst();
    }
}
