package vn.congvu.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmingTests {
    @Test
    void oneSlowRoundDoesNotEndIt() {
        assertThat(after(20, 30, 29).goesOn()).isTrue();
    }

    @Test
    void twoRoundsWithoutProgressEndIt() {
        var warming = after(20, 30, 29, 31);

        assertThat(warming.goesOn()).isFalse();
        assertThat(warming.best()).isEqualTo(31);
        assertThat(warming.rounds()).isEqualTo(4);
    }

    @Test
    void progressAfterASlowRoundCountsAnew() {
        assertThat(after(20, 19, 40, 39).goesOn()).isTrue();
    }

    @Test
    void endsAfterTheMostRounds() {
        assertThat(after(1, 2, 4, 8, 16).goesOn()).isFalse();
    }

    private static Warming after(double... perSecond) {
        var warming = new Warming(5);
        DoubleStream.of(perSecond).forEach(warming::round);
        return warming;
    }
}
