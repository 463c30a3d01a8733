package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCounts.Answered;

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
    }

    @Test
    void saysNothingAboutGroupsUnderFive() {
        var line = of(new Answered("SXD", 2, false, 4));

        assertThat(line.suppressed()).isTrue();
        assertThat(line.answered()).isNull();
        assertThat(line.overdueNow()).isNull();
        assertThat(line.apologies()).isNull();
    }

    private static LeagueTable.Line of(Answered... answers) {
        return LeagueTable.of(
                        DAY, DAY, List.of(answers), Map.of("SXD", 4L), Map.of("SXD", 1L), Map.of("SXD", "Sở Xây dựng"))
                .agencies()
                .getFirst();
    }
}
