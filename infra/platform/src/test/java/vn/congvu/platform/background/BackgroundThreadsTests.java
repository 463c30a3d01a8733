package vn.congvu.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackgroundThreadsTests {
    private static final int AT_ONCE = 3;

    @Test
    void theyComeAfterWhoeverWaitsForAnAnswer() throws Exception {
        try (var pool = BackgroundThreads.pool("test-", AT_ONCE)) {
            var its = pool.submit(() -> Thread.currentThread()).get();

            assertThat(its.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
            assertThat(its.isVirtual()).as("a virtual one has no priority").isFalse();
            assertThat(its.getName()).isEqualTo("test-0");
        }
    }

    @Test
    void asManyAsWereAskedForWorkAtOnceAndTheOthersWait() throws Exception {
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var begun = new CountDownLatch(AT_ONCE);
        var mayEnd = new Semaphore(0);
        Callable<Integer> task = () -> {
            int now = most.accumulateAndGet(working.incrementAndGet(), Math::max);
            begun.countDown();
            mayEnd.acquire();
            working.decrementAndGet();
            return now;
        };
        try (var pool = BackgroundThreads.pool("test-", AT_ONCE)) {
            var all = IntStream.range(0, 10).mapToObj(_ -> pool.submit(task)).toList();
            begun.await();
            mayEnd.release(10);
            for (var each : all) {
                each.get();
            }
        }
        assertThat(most).hasValue(AT_ONCE);
    }
}
