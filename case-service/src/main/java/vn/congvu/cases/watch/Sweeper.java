package vn.congvu.cases.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets what is due happen, batch by batch. Several replicas may do it at once: whoever writes first wins by the aggregate's
 * version, the other finds nothing left to do.
 */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final int batchSize;
    private final int concurrency;

    public Sweeper(int batchSize, int concurrency) {
        this.batchSize = batchSize;
        this.concurrency = concurrency;
    }

    /**
     * Goes on until a batch is not full or nothing in it could be done.
     *
     * @param due the next items that are due, at most so many
     * @param one does what is due for one item; true if it changed anything
     * @return how many items changed
     */
    public <T> int sweep(IntFunction<List<T>> due, Predicate<T> one) {
        int total = 0;
        while (true) {
            var batch = new ArrayList<>(due.apply(batchSize));
            // replicas that read the same batch start at different places
            Collections.shuffle(batch);
            int done = all(batch, one);
            total += done;
            if (batch.size() < batchSize || done == 0 || Thread.currentThread().isInterrupted()) {
                return total;
            }
        }
    }

    private <T> int all(List<T> batch, Predicate<T> one) {
        var slots = new Semaphore(concurrency);
        var running = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : batch) {
                running.add(threads.submit(() -> {
                    slots.acquire();
                    try {
                        return one.test(item);
                    } finally {
                        slots.release();
                    }
                }));
            }
        }
        int done = 0;
        for (var each : running) {
            try {
                done += each.get() ? 1 : 0;
            } catch (ExecutionException failed) {
                // the others go on; this one is still due and is tried again by the next sweep
                LOG.warn("A due moment could not be dealt with", failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return done;
            }
        }
        return done;
    }
}
