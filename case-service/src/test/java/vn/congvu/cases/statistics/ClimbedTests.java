package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.policy.SlaPolicy.Rung;
import vn.congvu.cases.statistics.Overview.Climbed;
import vn.congvu.cases.watch.Step;
import vn.congvu.cases.watch.Step.Kind;

/** What Home Affairs reads beside a late case: who was told of it, and who is told next. */
class ClimbedTests {
    private static final Instant BREACH = Instant.parse("2026-03-16T10:00:00Z");
    private static final Instant TWO_DAYS = BREACH.plus(Duration.ofDays(2));
    private static final Instant FIVE_DAYS = BREACH.plus(Duration.ofDays(7));

    @Test
    void rightAfterTheBreachTheSuperiorIsNext() {
        var steps = List.of(done(Kind.BREACH, 0, BREACH), ahead(1, TWO_DAYS), ahead(2, FIVE_DAYS));

        assertThat(Climbed.highestTold(steps)).isNull();
        assertThat(Climbed.next(steps)).isEqualTo(new Climbed(Rung.SUPERIOR, TWO_DAYS));
    }

    @Test
    void onceTheSuperiorWasToldTheChairIsNext() {
        var steps = List.of(done(Kind.BREACH, 0, BREACH), done(Kind.LADDER, 1, TWO_DAYS), ahead(2, FIVE_DAYS));

        assertThat(Climbed.highestTold(steps)).isEqualTo(new Climbed(Rung.SUPERIOR, TWO_DAYS));
        assertThat(Climbed.next(steps)).isEqualTo(new Climbed(Rung.CHAIR, FIVE_DAYS));
    }

    @Test
    void onceTheChairWasToldNobodyIsNext() {
        var steps =
                List.of(done(Kind.BREACH, 0, BREACH), done(Kind.LADDER, 1, TWO_DAYS), done(Kind.LADDER, 2, FIVE_DAYS));

        assertThat(Climbed.highestTold(steps)).isEqualTo(new Climbed(Rung.CHAIR, FIVE_DAYS));
        assertThat(Climbed.next(steps)).isNull();
    }

    @Test
    void aPolicyWithoutALadderTellsNobody() {
        var steps = List.of(done(Kind.BREACH, 0, BREACH));

        assertThat(Climbed.highestTold(steps)).isNull();
        assertThat(Climbed.next(steps)).isNull();
    }

    private static Step ahead(int number, Instant at) {
        return new Step(Kind.LADDER, number, at, null, false);
    }

    private static Step done(Kind kind, int number, Instant at) {
        return new Step(kind, number, at, at, true);
    }
}
