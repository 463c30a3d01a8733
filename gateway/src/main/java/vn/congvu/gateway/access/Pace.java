package vn.congvu.gateway.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;

/**
 * How fast one may try: after some free tries each further one has to wait, twice as long each time, up to a limit. An attempt
 * that comes too early is not looked at and does not lengthen the wait, so nobody is locked out for ever. Attempts are counted
 * before the password is, and by compare-and-set, so a burst gains nothing.
 */
class Pace {
    static final int FREE_TRIES = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** After this long without a try, all is forgotten. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private static final int RACES = 8;

    private final MongoTemplate mongo;
    private final Clock machineClock;

    Pace(MongoTemplate mongo, Clock machineClock) {
        this.mongo = mongo;
        this.machineClock = machineClock;
    }

    /** @param id whose tries; a hash, because people type passwords into the field of the name */
    @Document("sign_in_tries")
    @TypeAlias("signInTries")
    record Tries(@Id String id, int count, Instant lastAt) {
        Instant nextAt() {
            return lastAt.plus(waitAfter(count));
        }
    }

    static Duration waitAfter(int tries) {
        if (tries < FREE_TRIES) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(tries - FREE_TRIES, 20);
        return seconds > LONGEST_WAIT.toSeconds() ? LONGEST_WAIT : Duration.ofSeconds(seconds);
    }

    /**
     * Counts a try.
     *
     * @return zero when it may go on, or how long to wait
     */
    Duration take(String whose) {
        var id = Hashes.sha256(whose);
        var now = machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.remove(query(where("lastAt").lt(now.minus(FORGOTTEN_AFTER))), Tries.class);
        for (int race = 0; race < RACES; race++) {
            var tries = mongo.findById(id, Tries.class);
            if (tries != null && tries.nextAt().isAfter(now)) {
                return Duration.between(now, tries.nextAt());
            }
            if (counted(id, tries, now)) {
                return Duration.ZERO;
            }
        }
        return Duration.ofSeconds(1);
    }

    private boolean counted(String id, @Nullable Tries seen, Instant now) {
        if (seen == null) {
            try {
                mongo.insert(new Tries(id, 1, now));
                return true;
            } catch (DuplicateKeyException another) {
                return false;
            }
        }
        return mongo.updateFirst(
                                query(where("_id").is(id).and("count").is(seen.count())),
                                new Update().inc("count", 1).set("lastAt", now),
                                Tries.class)
                        .getModifiedCount()
                == 1;
    }

    /** It was the right one. */
    void forget(String whose) {
        mongo.remove(query(where("_id").is(Hashes.sha256(whose))), Tries.class);
    }
}
