package vn.congvu.cases.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congvu.platform.background.BackgroundThreads;

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
            // the others go on; this one is still due and is tried again by the next sweep
            int done = all(batch, one, why -> LOG.warn("A due moment could not be dealt with", why));
            total += done;
            if (batch.size() < batchSize || done == 0 || Thread.currentThread().isInterrupted()) {
                return total;
            }
        }
    }

    /**
     * Does something to each, some at the same time.
     *
     * @return how many changed
     * @throws IllegalStateException if it failed for any, after the others were done
     */
    public <T> int each(List<T> batch, Predicate<T> one) {
        var failures = new ArrayList<Throwable>();
        int changed = all(batch, one, failures::add);
        if (!failures.isEmpty() || Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException(
                    failures.size() + " of " + batch.size() + " could not be dealt with",
                    failures.isEmpty() ? null : failures.getFirst());
        }
        return changed;
    }

    private <T> int all(List<T> batch, Predicate<T> one, Consumer<Throwable> failure) {
        var running = new ArrayList<Future<Boolean>>();
        try (var threads = BackgroundThreads.pool("due-", concurrency)) {
            for (T item : batch) {
                running.add(threads.submit(() -> one.test(item)));
            }
        }
        int done = 0;
        for (var each : running) {
            try {
                done += each.get() ? 1 : 0;
            } catch (ExecutionException failed) {
                failure.accept(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return done;
            }
        }
        return done;
    }
}
