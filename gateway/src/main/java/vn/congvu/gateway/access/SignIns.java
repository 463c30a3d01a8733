package vn.congvu.gateway.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import vn.congvu.gateway.access.SignIn.Door;
import vn.congvu.platform.access.Caller;

/**
 * Opaque tokens, kept as hashes in the database: they survive a restart, hold for every replica and can be revoked.
 *
 * <p>They run on the machine's clock: a clock moved forward in a demonstration is nobody being idle.
 */
class SignIns {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Accounts accounts;
    private final SignInProperties properties;
    private final Clock machineClock;
    private final AccessRecords records;

    SignIns(
            MongoTemplate mongo,
            Accounts accounts,
            SignInProperties properties,
            Clock machineClock,
            AccessRecords records) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.properties = properties;
        this.machineClock = machineClock;
        this.records = records;
    }

    /** @param token for its owner only */
    record Started(String token, Instant endsAt) {}

    /** In the audit trail before anybody holds the token; half of a sign-in is none. */
    Started start(Account account, Door door) {
        if (door != Door.HALF) {
            records.signedIn(account.caller(), door);
        }
        return start(account.username(), door, null);
    }

    /** Somebody who has no account here: what the identity provider said counts until the sign-in ends. */
    Started start(Caller known) {
        records.signedIn(known, Door.BROWSER);
        return start(
                known.subject(), Door.BROWSER, new SignIn.Visitor(known.roles(), known.agencyCode(), known.title()));
    }

    private Started start(String username, Door door, SignIn.@Nullable Visitor visitor) {
        var now = now();
        mongo.remove(query(where("endsAt").lt(now)), SignIn.class);
        var token = RandomToken.draw();
        var endsAt = now.plus(
                switch (door) {
                    case BROWSER -> properties.browserLifetime();
                    case PROGRAM -> properties.programLifetime();
                    case HALF -> properties.halfLifetime();
                });
        mongo.insert(new SignIn(Hashes.sha256(token), username, door, now, now, endsAt, visitor));
        return new Started(token, endsAt);
    }

    /** The account as it is now: roles taken away are gone at the next request. */
    Optional<Caller> find(String token, Door door) {
        return running(token, door).flatMap(signIn -> {
            var visitor = signIn.caller();
            return visitor == null
                    ? accounts.find(signIn.username()).filter(Account::enabled).map(Account::caller)
                    : Optional.of(
                            new Caller(signIn.username(), visitor.roles(), visitor.agencyCode(), visitor.title()));
        });
    }

    /** The account whose password was right a moment ago. */
    Optional<Account> findHalf(String token) {
        return running(token, Door.HALF)
                .flatMap(signIn -> accounts.find(signIn.username()))
                .filter(Account::enabled);
    }

    private Optional<SignIn> running(String token, Door door) {
        var now = now();
        var found = Optional.ofNullable(mongo.findById(Hashes.sha256(token), SignIn.class))
                .filter(signIn -> signIn.door() == door && runs(signIn, now));
        found.ifPresent(signIn -> seen(signIn, now));
        return found;
    }

    void end(String token) {
        mongo.remove(query(where("_id").is(Hashes.sha256(token))), SignIn.class);
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
}
