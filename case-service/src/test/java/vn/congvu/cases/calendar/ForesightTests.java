package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        var effect = Effect.over(new Numbers(all), i -> i % 2 == 0 ? List.of(MOVE) : List.of(), Duration.ofMinutes(5));

        assertThat(effect.open()).isEqualTo(all);
        assertThat(effect.looked()).isEqualTo(all);
        assertThat(effect.complete()).isTrue();
        assertThat(effect.moved()).isEqualTo(all / 2);
        assertThat(effect.moves()).hasSize(20);
    }

    @Test
    void saysHowFarItLookedWhenItsPatienceEnds() {
        var effect = Effect.over(new Numbers(25_000), _ -> List.of(MOVE), Duration.ZERO);

        assertThat(effect.complete()).isFalse();
        assertThat(effect.looked()).isPositive().isLessThan(25_000);
        assertThat(effect.moved()).isEqualTo(effect.looked());
        assertThat(effect.open()).isEqualTo(25_000);
    }

    @Test
    void fewAreLookedAtWithoutAnyPatience() {
        assertThat(Effect.over(new Numbers(40), _ -> List.of(MOVE), Duration.ZERO))
                .extracting(Effect::complete, Effect::moved)
                .containsExactly(true, 40L);
    }

    private record Numbers(long open) implements Foresight.Open<Integer> {
        @Override
        public List<Integer> openAfter(String id, int limit) {
            return IntStream.range(id.isEmpty() ? 0 : Integer.parseInt(id) + 1, (int) open)
                    .limit(limit)
                    .boxed()
                    .toList();
        }

        @Override
        public String id(Integer one) {
            return String.valueOf(one);
        }
    }
}
