package vn.congvu.cases.statistics;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again and never twice at a time. Whoever needs it done waits for a round that begins after the
 * asking, together with everybody else who asked before it began.
 */
final class Rounds {
    private final Runnable work;
    private final ReentrantLock working = new ReentrantLock();
    private @Nullable CompletableFuture<Void> next;

    Rounds(Runnable work) {
        this.work = work;
    }

    /** @return whether a round that began after this call has ended within the time; if not, it goes on */
    boolean endedWithin(Duration patience) {
        try {
            next().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private synchronized CompletableFuture<Void> next() {
        if (next == null) {
            next = CompletableFuture.runAsync(this::round, Thread::startVirtualThread);
        }
        return next;
    }

    private void round() {
        working.lock();
        try {
            begin();
            work.run();
        } finally {
            working.unlock();
        }
    }

    /** Whoever asks from now on may mean something that this round does not see. */
    private synchronized void begin() {
        next = null;
    }
}
