package vn.congvu.platform.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Doubling waits with jitter, so that replicas don't knock at the same moment. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Backoff() {}

    /** @param attempts failed so far, from 1 */
    public static Duration after(int attempts) {
        long doubled = FIRST.toMillis() << Math.min(Math.max(attempts - 1, 0), 16);
        long longest = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
