package vn.congvu.gateway.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import vn.congvu.gateway.access.SignIn.Door;

/**
 * Opaque tokens, kept as hashes in the database: they survive a restart, hold for every replica and can be revoked.
 *
 * <p>They run on the machine's clock: a clock moved forward in a demonstration is nobody being idle.
 */
class SignIns {
    private static final int TOKEN_BYTES = 32;
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final MongoTemplate mongo;
    private final Accounts accounts;
    private final SignInProperties properties;
    private final Clock machineClock;

    SignIns(MongoTemplate mongo, Accounts accounts, SignInProperties properties, Clock machineClock) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.properties = properties;
        this.machineClock = machineClock;
    }

    /** @param token for its owner only */
    record Started(String token, Instant endsAt) {}

    Started start(Account account, Door door) {
        var now = now();
        mongo.remove(query(where("endsAt").lt(now)), SignIn.class);
        byte[] drawn = new byte[TOKEN_BYTES];
        random.nextBytes(drawn);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        var endsAt = now.plus(
                switch (door) {
                    case BROWSER -> properties.browserLifetime();
                    case PROGRAM -> properties.programLifetime();
                });
        mongo.insert(new SignIn(hash(token), account.username(), door, now, now, endsAt));
        return new Started(token, endsAt);
    }

    /** The account as it is now: roles taken away are gone at the next request. */
    Optional<Account> find(String token, Door door) {
        var now = now();
        return Optional.ofNullable(mongo.findById(hash(token), SignIn.class))
                .filter(signIn -> signIn.door() == door && runs(signIn, now))
                .flatMap(signIn -> {
                    seen(signIn, now);
                    return accounts.find(signIn.username()).filter(Account::enabled);
                });
    }

    void end(String token) {
        mongo.remove(query(where("_id").is(hash(token))), SignIn.class);
    }

    void endAllOf(String username) {
        mongo.remove(query(where("username").is(username)), SignIn.class);
    }

    private boolean runs(SignIn signIn, Instant now) {
        boolean idle = signIn.door() == Door.BROWSER
                && signIn.lastSeenAt().plus(properties.idle()).isBefore(now);
        return !idle && now.isBefore(signIn.endsAt());
    }

    private void seen(SignIn signIn, Instant now) {
        if (signIn.door() == Door.BROWSER
                && signIn.lastSeenAt().plus(SEEN_EVERY).isBefore(now)) {
            mongo.updateFirst(
                    query(where("_id").is(signIn.tokenHash())), Update.update("lastSeenAt", now), SignIn.class);
        }
    }

    private Instant now() {
        return machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
