package vn.congvu.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Tokens that serve another call, because signing one costs more than the rest of a small call: only for exactly the same caller,
 * service and address, and only in the first half of a token's life, so that what arrives has at least the other half left.
 */
final class IssuedTokens {
    /** More people and addresses than call within half a minute; whoever is over gets a token of their own. */
    static final long MOST = 10_000;

    private final Duration reusable;
    private final Cache<For, Issued> tokens;

    IssuedTokens(Duration lifetime) {
        reusable = lifetime.dividedBy(2);
        tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(reusable)
                // an address is not kept for longer than it is used
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** All that is said in a token but its time. */
    record For(String audience, Caller caller, ClientAddress client) {}

    private record Issued(String token, Instant at) {}

    String get(For whom, Instant now, Supplier<String> issue) {
        var known = tokens.getIfPresent(whom);
        // a clock that was put back has issued tokens of the future
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(reusable))) {
            return known.token();
        }
        var token = issue.get();
        tokens.put(whom, new Issued(token, now));
        return token;
    }

    /** How many are remembered, once the superfluous are dropped. */
    long count() {
        tokens.cleanUp();
        return tokens.estimatedSize();
    }
}
