package vn.congvu.platform.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congvu.platform.background.BackgroundThreads;

/**
 * Keys of documents that need a look, each worked on once at a time, with bounded concurrency. Only a nudge: what is lost here is
 * found again by a sweep of the database.
 */
public final class Work<K> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Work.class);
    private static final int MOST_WAITING = 20_000;

    /** Where a key stands; one that is in no state needs no look. */
    private enum State {
        WAITING,
        WORKED_ON,
        /** Asked for again meanwhile, so that it gets another look. */
        WORKED_ON_AND_ASKED_FOR
    }

    private final Consumer<K> worker;
    private final Map<K, State> states = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads;
    private volatile boolean closed;

    public Work(String name, int concurrency, Consumer<K> worker) {
        this.worker = worker;
        this.threads = BackgroundThreads.pool(name + "-", concurrency);
    }

    /**
     * Asks for a look at a key; one that waits already is not queued twice.
     *
     * @return whether there will be one
     */
    public boolean add(K key) {
        if (closed || waiting.get() >= MOST_WAITING) {
            return false;
        }
        states.compute(key, (_, state) -> switch (state) {
            case null -> {
                waitForALook(key);
                yield State.WAITING;
            }
            case WORKED_ON -> State.WORKED_ON_AND_ASKED_FOR;
            case WAITING, WORKED_ON_AND_ASKED_FOR -> state;
        });
        return true;
    }

    /** Whether somebody waits for a look: a sweep need not bring more. */
    public boolean isBusy() {
        return waiting.get() > 0;
    }

    private void waitForALook(K key) {
        waiting.incrementAndGet();
        threads.execute(() -> look(key));
    }

    private void look(K key) {
        try {
            waiting.decrementAndGet();
            states.put(key, State.WORKED_ON);
            if (!closed) {
                worker.accept(key);
            }
        } catch (RuntimeException failure) {
            log.warn("work on {} failed and is tried again by the sweep", key, failure);
        } finally {
            states.computeIfPresent(key, (_, state) -> {
                if (state == State.WORKED_ON || closed) {
                    return null;
                }
                waitForALook(key);
                return State.WAITING;
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("work was still running when the service stopped; the sweep of the next start finishes it");
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }
}
