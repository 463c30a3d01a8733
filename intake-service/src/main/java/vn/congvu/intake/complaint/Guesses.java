package vn.congvu.intake.complaint;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How fast wrong codes may follow each other for one reference from one network: after some free ones each further one has to
 * wait, twice as long each time, up to a limit. What comes too early is not looked at and does not lengthen the wait, and whoever
 * guesses elsewhere does not make the owner wait.
 */
@Component
class Guesses {
    static final int FREE = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final Clock clock;

    Guesses(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @param id a keyed code of the reference and the network */
    @Document("code_guesses")
    @TypeAlias("code-guesses")
    record Wrong(@Id String id, int count, Instant lastAt) {
        Instant nextAt() {
            return lastAt.plus(waitAfter(count));
        }
    }

    /** Whether a guess is looked at now. */
    sealed interface Turn {
        /** @param before how many wrong ones there were; this one is among them already if it is not free */
        record Look(String lane, int before) implements Turn {}

        record Wait(Duration left) implements Turn {}
    }

    static Duration waitAfter(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(wrong - FREE, 20);
        return seconds > LONGEST_WAIT.toSeconds() ? LONGEST_WAIT : Duration.ofSeconds(seconds);
    }

    /** Beyond the free ones a guess is counted before it is looked at, by compare-and-set, so that a burst gains nothing. */
    Turn turn(String lane) {
        var wrong = mongo.findById(lane, Wrong.class);
        if (wrong == null || wrong.count() < FREE) {
            return new Turn.Look(lane, wrong == null ? 0 : wrong.count());
        }
        var now = now();
        if (wrong.nextAt().isAfter(now)) {
            return new Turn.Wait(Duration.between(now, wrong.nextAt()));
        }
        var counted = mongo.updateFirst(
                query(where("_id").is(lane).and("count").is(wrong.count())), oneMore(now), Wrong.class);
        return counted.getModifiedCount() == 1
                ? new Turn.Look(lane, wrong.count())
                : new Turn.Wait(waitAfter(wrong.count() + 1));
    }

    void wrong(Turn.Look look) {
        if (look.before() >= FREE) {
            return;
        }
        var now = now();
        mongo.remove(query(where("lastAt").lt(now.minus(FORGOTTEN_AFTER))), Wrong.class);
        var lane = query(where("_id").is(look.lane()));
        try {
            mongo.upsert(lane, oneMore(now), Wrong.class);
        } catch (DuplicateKeyException another) {
            mongo.updateFirst(lane, oneMore(now), Wrong.class);
        }
    }

    /** The owner mistyped before. */
    void right(Turn.Look look) {
        if (look.before() > 0) {
            mongo.remove(query(where("_id").is(look.lane())), Wrong.class);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Update oneMore(Instant now) {
        return new Update().inc("count", 1).set("lastAt", now);
    }
}
