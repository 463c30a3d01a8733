package vn.congvu.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tokens whose signature and claims were found good, by the SHA-256 of every character. Their time is no part of that: whoever
 * asks checks it again at each call. What was refused is not remembered, so nobody can fill this without the private key.
 */
final class VerifiedTokens {
    static final long MOST = 10_000;

    private final Cache<String, Verified> tokens;

    VerifiedTokens(Duration lifetime) {
        tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(lifetime)
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** What a good token says. */
    record Verified(ServiceTokens.Call call, Instant issued, Instant expires) {}

    Optional<Verified> find(String serialized) {
        return Optional.ofNullable(tokens.getIfPresent(digest(serialized)));
    }

    void remember(String serialized, Verified verified) {
        tokens.put(digest(serialized), verified);
    }

    /** How many are remembered, once the superfluous are dropped. */
    long count() {
        tokens.cleanUp();
        return tokens.estimatedSize();
    }

    private static String digest(String serialized) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(serialized.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
