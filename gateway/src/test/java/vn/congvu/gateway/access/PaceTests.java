package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.platform.testing.MutableClock;

@GatewayTest
class PaceTests {
    private final MutableClock clock = new MutableClock();
    private final String whose = UUID.randomUUID().toString();
    private Pace pace;

    @Autowired
    MongoTemplate mongo;

    @BeforeEach
    void pace() {
        pace = new Pace(mongo, clock);
    }

    @Test
    void theWaitGrowsUpToALimit() {
        assertThat(Pace.waitAfter(4)).isZero();
        assertThat(Pace.waitAfter(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.waitAfter(8)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pace.waitAfter(1_000_000)).isEqualTo(Pace.LONGEST_WAIT);
    }

    @Test
    void tryingTooEarlyDoesNotLengthenTheWait() {
        for (int i = 0; i < 40; i++) {
            pace.take(whose);
            clock.advance(Pace.LONGEST_WAIT);
        }
        pace.take(whose);

        for (int i = 0; i < 100; i++) {
            assertThat(pace.take(whose)).isPositive().isLessThanOrEqualTo(Pace.LONGEST_WAIT);
        }
        clock.advance(Pace.LONGEST_WAIT);
        assertThat(pace.take(whose)).as("nobody is locked out for ever").isZero();
    }

    @Test
    void aBurstGainsNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(() -> pace.take(whose).isZero()))
                    .toList();
            int passed = 0;
            for (var one : tries) {
                passed += one.get() ? 1 : 0;
            }
            assertThat(passed).isLessThanOrEqualTo(Pace.FREE_TRIES);
        }
    }

    @Test
    void theRightOneForgetsTheWrongOnes() {
        for (int i = 0; i < Pace.FREE_TRIES; i++) {
            pace.take(whose);
        }
        pace.forget(whose);

        assertThat(pace.take(whose)).isZero();
    }
}
