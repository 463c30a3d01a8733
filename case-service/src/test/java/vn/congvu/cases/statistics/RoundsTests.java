package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final CountDownLatch free = new CountDownLatch(1);
    private final Rounds rounds = new Rounds(this::work);

    @Test
    void whoDoesNotWaitForTheEndLeavesTheWorkGoingOn() {
        assertThat(rounds.endedWithin(Duration.ZERO)).isFalse();
        free.countDown();
        await().until(() -> begun.get() == 1);
    }

    @Test
    void whoAsksDuringARoundWaitsForOneThatBeginsAfterwards() {
        assertThat(rounds.endedWithin(Duration.ZERO)).isFalse();
        await().until(() -> begun.get() == 1);
        assertThat(rounds.endedWithin(Duration.ZERO)).as("the second waits").isFalse();
        free.countDown();

        assertThat(rounds.endedWithin(LONG)).isTrue();

        assertThat(begun.get()).isBetween(2, 3);
    }

    @Test
    void manyWhoAskTogetherShareARoundAndNoTwoRunAtATime() throws Exception {
        assertThat(rounds.endedWithin(Duration.ZERO)).isFalse();
        await().until(() -> begun.get() == 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(_ -> assertThat(rounds.endedWithin(Duration.ZERO)).isFalse());
            free.countDown();
            var asking = IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(_ -> () -> rounds.endedWithin(LONG))
                    .toList();
            for (var asked : threads.invokeAll(asking)) {
                assertThat(asked.get()).isTrue();
            }
        }
        assertThat(begun.get()).as("fifty that could not begin are one").isLessThanOrEqualTo(52);
    }

    @Test
    void whatFailsIsToldToWhoeverWaitsAndTriedAgainByTheNext() {
        var failing = new Rounds(() -> {
            if (begun.incrementAndGet() == 1) {
                throw new IllegalArgumentException("the store is away");
            }
        });
        assertThatThrownBy(() -> failing.endedWithin(LONG)).isInstanceOf(IllegalArgumentException.class);
        assertThat(failing.endedWithin(LONG)).isTrue();
    }

    private void work() {
        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
        begun.incrementAndGet();
        try {
            free.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            atOnce.decrementAndGet();
        }
    }
}
