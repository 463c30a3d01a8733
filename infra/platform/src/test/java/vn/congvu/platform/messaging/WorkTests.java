package vn.congvu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkTests {
    private static final int CONCURRENCY = 4;

    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore mayEnd = new Semaphore(0);

    @Test
    void whatIsAskedForWhileItIsWorkedOnGetsOneMoreLook() throws Exception {
        var begun = new CountDownLatch(1);
        try (var work = new Work<String>("test", CONCURRENCY, _ -> {
            looks.incrementAndGet();
            begun.countDown();
            mayEnd.acquireUninterruptibly();
        })) {
            work.add("a");
            begun.await();
            for (int asked = 0; asked < 10; asked++) {
                work.add("a");
            }
            assertThat(looks).as("not two at once").hasValue(1);

            mayEnd.release(20);

            await().untilAtomic(looks, is(2));
            await().until(() -> !work.isBusy());
            work.add("a");
            await().untilAtomic(looks, is(3));
        }
        assertThat(looks).hasValue(3);
    }

    @Test
    void aKeyThatFailedIsLookedAtWhenItIsAskedForAgain() {
        try (var work = new Work<String>("test", CONCURRENCY, _ -> {
            looks.incrementAndGet();
            throw new IllegalStateException("as a test wants it");
        })) {
            work.add("a");
            await().untilAtomic(looks, is(1));
            await().untilAsserted(() -> {
                work.add("a");
                assertThat(looks).hasValueGreaterThan(1);
            });
        }
    }

    @Test
    void aSlowKeyHoldsNoOtherUp() throws Exception {
        var done = new CountDownLatch(50);
        try (var work = new Work<Integer>("test", CONCURRENCY, key -> {
            if (key == 0) {
                mayEnd.acquireUninterruptibly();
            }
            done.countDown();
        })) {
            for (int key = 0; key < 50; key++) {
                work.add(key);
            }
            await().until(() -> done.getCount() == 1 && !work.isBusy());
            mayEnd.release();
            done.await();
        }
    }

    /** Many keys, each asked for by many at once. */
    @Test
    void noKeyIsEverWorkedOnTwiceAtOnce() throws Exception {
        Map<Integer, AtomicInteger> now = new ConcurrentHashMap<>();
        var together = new AtomicInteger();
        var asked = new CountDownLatch(8);
        try (var work = new Work<Integer>("test", CONCURRENCY, key -> {
            if (now.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet() > 1) {
                together.incrementAndGet();
            }
            looks.incrementAndGet();
            Thread.yield();
            now.get(key).decrementAndGet();
        })) {
            for (int asker = 0; asker < 8; asker++) {
                Thread.ofVirtual().start(() -> {
                    for (int time = 0; time < 2_000; time++) {
                        work.add(time % 3);
                    }
                    asked.countDown();
                });
            }
            asked.await();
            await().until(() -> !work.isBusy());
        }
        assertThat(together).hasValue(0);
        assertThat(looks).hasValueGreaterThan(2);
    }
}
