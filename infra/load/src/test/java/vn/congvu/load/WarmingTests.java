package vn.congvu.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmingTests {
    private static final int MOST = 6;

    @Test
    void twoSlowRoundsDoNotEndIt() {
        assertThat(after(20, 30, 29, 31).goesOn()).isTrue();
    }

    @Test
    void threeRoundsWithoutProgressEndIt() {
        var warming = after(20, 30, 29, 31, 32);

        assertThat(warming.goesOn()).isFalse();
        assertThat(warming.best()).isEqualTo(32);
        assertThat(warming.rounds()).isEqualTo(5);
    }

    @Test
    void progressAfterASlowRoundCountsAnew() {
        assertThat(after(20, 19, 18, 40, 39).goesOn()).isTrue();
    }

    @Test
    void endsAfterTheMostRounds() {
        assertThat(after(1, 2, 4, 8, 16, 32).goesOn()).isFalse();
    }

    private static Warming after(double... perSecond) {
        var warming = new Warming(MOST);
        DoubleStream.of(perSecond).forEach(warming::round);
        return warming;
    }
}
