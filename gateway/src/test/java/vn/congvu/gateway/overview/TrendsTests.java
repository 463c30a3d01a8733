package vn.congvu.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.gateway.overview.Overviews.AgencyWeeks;
import vn.congvu.gateway.overview.Overviews.Cell;
import vn.congvu.gateway.overview.Overviews.Trends;
import vn.congvu.gateway.overview.Overviews.Week;

class TrendsTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void beginWithTheFirstWeekInWhichAnythingHappened() {
        var trends = trends(new Week(MONDAY, 0, 0, 0), new Week(MONDAY.plusWeeks(1), 0, 1, 0), empty(2));

        var shown = trends.fromTheFirst();

        assertThat(shown.weeks()).extracting(Week::monday).containsExactly(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
        assertThat(shown.agencies()).singleElement().satisfies(line -> assertThat(line.weeks())
                .containsExactly(new Cell(1, 0), new Cell(0, 0)));
    }

    @Test
    void stayAsTheyAreWhereTheFirstWeekHasSomething() {
        var trends = trends(new Week(MONDAY, 1, 0, 0), empty(1), empty(2));

        assertThat(trends.fromTheFirst()).isSameAs(trends);
    }

    private static Week empty(int weeksLater) {
        return new Week(MONDAY.plusWeeks(weeksLater), 0, 0, 0);
    }

    private static Trends trends(Week... weeks) {
        var line = new AgencyWeeks("SXD", "Sở Xây dựng", List.of(new Cell(0, 0), new Cell(1, 0), new Cell(0, 0)));
        return new Trends(List.of(weeks), List.of(line), null, null, null);
    }
}
