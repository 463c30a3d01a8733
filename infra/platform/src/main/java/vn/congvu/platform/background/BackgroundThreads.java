package vn.congvu.platform.background;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads of what is durable already and only has to be done some time: queues, sweeps, deliveries. They have the lowest priority, so that
 * on a busy machine whoever waits for a receipt or a page comes first. A JVM heeds that when it is told to
 * ({@code -XX:ThreadPriorityPolicy=1}, see {@code infra/image/jvm.options}); otherwise all are alike. Virtual threads have no priority.
 */
public final class BackgroundThreads {
    private static final int IDLE_SECONDS = 10;

    private BackgroundThreads() {}

    /** @param prefix of their names, before a number */
    public static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().name(prefix, 0).priority(Thread.MIN_PRIORITY).factory();
    }

    /**
     * What is too much at once waits in its order; threads that have nothing to do end.
     *
     * @param atOnce tasks at the same time
     */
    public static ExecutorService pool(String prefix, int atOnce) {
        var pool = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(prefix));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
