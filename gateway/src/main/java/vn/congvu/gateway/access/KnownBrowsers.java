package vn.congvu.gateway.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Browsers in which an account has signed in. Their tries are counted apart, so that whoever guesses at an account from
 * elsewhere slows down strangers and not its owner. The mark opens nothing.
 */
class KnownBrowsers {
    static final Duration KEPT = Duration.ofDays(180);

    private final MongoTemplate mongo;
    private final Clock machineClock;

    KnownBrowsers(MongoTemplate mongo, Clock machineClock) {
        this.mongo = mongo;
        this.machineClock = machineClock;
    }

    @Document("known_browsers")
    @TypeAlias("knownBrowser")
    record KnownBrowser(@Id String markHash, String username, Instant endsAt) {}

    boolean knows(String mark, String username) {
        if (mark.isEmpty()) {
            return false;
        }
        var known = mongo.findById(Hashes.sha256(mark), KnownBrowser.class);
        return known != null
                && known.username().equals(username)
                && known.endsAt().isAfter(machineClock.instant());
    }

    /** A mark for the browser that has just signed in. */
    String mark(String username) {
        var now = machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.remove(query(where("endsAt").lt(now)), KnownBrowser.class);
        var mark = RandomToken.draw();
        mongo.insert(new KnownBrowser(Hashes.sha256(mark), username, now.plus(KEPT)));
        return mark;
    }

    void forgetAllOf(String username) {
        mongo.remove(query(where("username").is(username)), KnownBrowser.class);
    }
}
