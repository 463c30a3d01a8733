package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.statistics.Tallies.AnsweredOn;
import vn.congvu.cases.statistics.Tallies.Counted;
import vn.congvu.cases.statistics.Tallies.Rated;

class TrendsTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate NEXT_TUESDAY = LocalDate.of(2026, 3, 10);

    @Test
    void everyWeekOfTheTimeIsThereAlsoOneInWhichNothingHappened() {
        var trends = trends(List.of(new Counted("2026-03-08", 3)), List.of(), List.of());

        assertThat(trends.weeks())
                .containsExactly(
                        new Trends.Week(LocalDate.of(2026, 3, 2), 3, 0, 0),
                        new Trends.Week(LocalDate.of(2026, 3, 9), 0, 0, 0));
    }

    @Test
    void anAgencyHasItsAnswersInTheOrderOfTheWeeks() {
        var trends = trends(
                List.of(),
                List.of(
                        new AnsweredOn("SXD", NEXT_TUESDAY, true, 2),
                        new AnsweredOn("SXD", FRIDAY, false, 1),
                        new AnsweredOn("SXD", FRIDAY, true, 4)),
                List.of());

        assertThat(trends.agencies().getFirst().name()).isEqualTo("Sở Xây dựng");
        assertThat(trends.agencies().getFirst().weeks()).containsExactly(new Trends.Cell(1, 4), new Trends.Cell(0, 2));
        assertThat(trends.weeks().getFirst().answeredLate()).isEqualTo(4);
    }

    @Test
    void theAverageIsOfThoseWhoGaveAScore() {
        var trends =
                trends(List.of(), List.of(), List.of(new Rated("SOLVED", 3, 2, 9), new Rated("NOT_SOLVED", 1, 1, 1)));

        assertThat(trends.satisfaction()).isEqualTo(new Trends.Satisfaction(3, 0, 1, 3.3));
        assertThat(trends(List.of(), List.of(), List.of()).satisfaction().averageScore())
                .isNull();
    }

    private static Trends trends(List<Counted> received, List<AnsweredOn> answered, List<Rated> ratings) {
        return Trends.of(
                FRIDAY, NEXT_TUESDAY, received, answered, List.of(), List.of(), ratings, Map.of("SXD", "Sở Xây dựng"));
    }
}
