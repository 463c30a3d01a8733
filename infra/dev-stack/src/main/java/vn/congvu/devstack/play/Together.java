package vn.congvu.devstack.play;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Several things at the same time, and not more than so many. */
public final class Together {
    private Together() {}

    /**
     * Returns when all are done.
     *
     * @throws RuntimeException the first failure, once the others have ended
     */
    public static void run(int atOnce, List<Runnable> all) {
        var places = new Semaphore(atOnce);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all) {
                running.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        one.run();
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", stopped);
            }
        }
    }
}
