package vn.congvu.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTests {
    private static final int MOST = 4;

    private final LinkedBlockingQueue<List<Integer>> batches = new LinkedBlockingQueue<>();

    @Test
    void oneThatComesAloneIsDoneAtOnce() throws Exception {
        try (var gathering = new Gathering<Integer>("test", MOST, batches::add)) {
            gathering.add(1);
            assertThat(next()).containsExactly(1);
            gathering.add(2);
            assertThat(next()).containsExactly(2);
        }
    }

    @Test
    void whatComesDuringABatchIsTheNextInItsOrderAndNoLargerThanAllowed() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var gathering = new Gathering<Integer>("test", MOST, batch -> {
            begun.countDown();
            wait(mayEnd);
            batches.add(batch);
        })) {
            gathering.add(0);
            begun.await();
            IntStream.rangeClosed(1, MOST + 1).forEach(gathering::add);
            mayEnd.countDown();

            assertThat(next()).containsExactly(0);
            assertThat(next()).containsExactly(1, 2, 3, 4);
            assertThat(next()).containsExactly(5);
        }
    }

    @Test
    void aBatchThatFailsDoesNotHoldUpTheNext() throws Exception {
        try (var gathering = new Gathering<Integer>("test", MOST, batch -> {
            batches.add(batch);
            if (batch.contains(1)) {
                throw new IllegalStateException("away");
            }
        })) {
            gathering.add(1);
            assertThat(next()).containsExactly(1);
            gathering.add(2);
            assertThat(next()).containsExactly(2);
        }
    }

    @Test
    void whatWasAddedIsDoneBeforeItIsClosedAndNothingAfterwards() {
        var gathering = new Gathering<Integer>("test", 1, batches::add);
        IntStream.range(0, 10).forEach(gathering::add);
        gathering.close();
        assertThat(batches).hasSize(10);

        gathering.add(11);
        assertThat(batches).hasSize(10);
    }

    private List<Integer> next() throws InterruptedException {
        return batches.poll(10, TimeUnit.SECONDS);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impatient) {
            throw new IllegalStateException(impatient);
        }
    }
}
