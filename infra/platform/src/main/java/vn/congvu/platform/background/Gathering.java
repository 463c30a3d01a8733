package vn.congvu.platform.background;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does together what comes one by one: nothing waits for company, but whatever comes while the last batch is under way makes up the next. So
 * one question to a database or broker serves many when there are many, and a single one is done at once. In the order in which it came.
 */
public final class Gathering<T> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Gathering.class);

    private final String name;
    private final int most;
    private final Consumer<List<T>> work;
    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread;

    /**
     * @param most that are done together
     * @param work what it throws is logged, and its batch is not done again: whoever adds must find again what was lost
     */
    public Gathering(String name, int most, Consumer<List<T>> work) {
        this.name = name;
        this.most = most;
        this.work = work;
        this.thread = BackgroundThreads.pool(name + "-", 1);
    }

    /** Done some time after this returns; dropped once this is closed. */
    public void add(T one) {
        waiting.add(one);
        try {
            thread.execute(this::next);
        } catch (RejectedExecutionException closed) {
            log.debug("{} is closed and takes nothing more", name, closed);
        }
    }

    /** One look for each that was added; most of them find that another one has taken it along. */
    private void next() {
        var batch = new ArrayList<T>();
        for (var one = waiting.poll(); one != null; one = batch.size() < most ? waiting.poll() : null) {
            batch.add(one);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            work.accept(batch);
        } catch (RuntimeException failure) {
            log.warn("{} of {} failed", batch.size(), name, failure);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("{} was still running when the service stopped", name);
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }
}
