package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseFact;
import vn.congvu.cases.statistics.Tally.What;

class TallyTests {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void anAnswerCountsAsOne() {
        assertThat(tallies("ANSWERED")).extracting(Tally::what).containsOnlyOnce(What.ANSWERED);
    }

    @Test
    void whatWasReopenedAndThenHandedOverIsNotCountedAsSettledHere() {
        assertThat(tallies("HANDED_OVER"))
                .extracting(Tally::what)
                .contains(What.RECEIVED)
                .doesNotContain(What.ANSWERED);
    }

    @Test
    void whatItsReporterCallsUnsolvedIsCountedUntilTheCaseIsClosed() {
        for (var state : List.of("ANSWERED", "MERGED", "REOPENED")) {
            assertThat(tallies(state)).extracting(Tally::what).containsOnlyOnce(What.FLAGGED);
        }
        assertThat(tallies("CLOSED")).extracting(Tally::what).doesNotContain(What.FLAGGED);
    }

    @Test
    void anApologyStaysWithTheAgencyThatWasLate() {
        assertThat(tallies("ANSWERED"))
                .filteredOn(tally -> tally.what() == What.APOLOGY)
                .extracting(Tally::agency)
                .containsExactlyInAnyOrder("STC", "SCT");
    }

    @Test
    void anOpenCaseIsDueInItsMinuteAndOneWhoseClockStandsStillIsNot() {
        assertThat(open(MONDAY.plusSeconds(90)))
                .filteredOn(tally -> tally.what() == What.DUE)
                .containsExactly(
                        new Tally(What.DUE, "2026-03-02T02:01+", "SCT", null, 0, false, List.of("SNV", "STC"), 1));
        assertThat(open(null)).extracting(Tally::what).contains(What.OPEN).doesNotContain(What.DUE);
    }

    private static List<Tally> open(@Nullable Instant due) {
        var fact = new CaseFact(
                MONDAY,
                "CONDUCT",
                "WEB",
                List.of(),
                "ACCEPTED",
                true,
                false,
                "SCT",
                due,
                Set.of("STC", "SNV"),
                false,
                null,
                null,
                List.of());
        return Tally.of(List.of(fact), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static List<Tally> tallies(String state) {
        var answered = new CaseFact.Answered(MONDAY.plusSeconds(86_400), "SCT", 1, false);
        var fact = new CaseFact(
                MONDAY,
                "CONDUCT",
                "WEB",
                List.of(),
                state,
                false,
                true,
                "SCT",
                null,
                Set.of(),
                false,
                answered,
                null,
                List.of(new CaseFact.Apologised(MONDAY, "STC"), new CaseFact.Apologised(MONDAY, null)));
        return Tally.of(List.of(fact), ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
