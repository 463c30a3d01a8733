package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.calendar.Foresight.Effect;
import vn.congvu.cases.calendar.Foresight.Move;
import vn.congvu.contracts.SlaClock;

class ForesightTests {
    private static final Move MOVE = new Move("H53", SlaClock.PROMISE, Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

    @Test
    void countsAllHoweverManyAndShowsAFew() {
        int all = 25_000;
        var effect = Effect.<Integer>over(
                (after, most) -> IntStream.range(after.isEmpty() ? 0 : Integer.parseInt(after) + 1, all)
                        .limit(most)
                        .boxed()
                        .toList(),
                String::valueOf,
                i -> i % 2 == 0 ? List.of(MOVE) : List.of());

        assertThat(effect.open()).isEqualTo(all);
        assertThat(effect.moved()).isEqualTo(all / 2);
        assertThat(effect.moves()).hasSize(20);
    }
}
