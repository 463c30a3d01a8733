package vn.congvu.intake.flood;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.platform.access.ClientAddress;

/**
 * How many reports each network sent in the running hour, for all replicas. What is stored is a keyed code of network and hour, the
 * key another one every day, and it is gone soon after the hour.
 */
@Component
class NetworkCounts {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final ServerKey key;
    private final Clock clock;
    private volatile @Nullable DailyKey daily;

    NetworkCounts(MongoTemplate mongo, ServerKey key, Clock clock) {
        this.mongo = mongo;
        this.key = key;
        this.clock = clock;
    }

    /** @param id says nothing about the network without the key */
    @Document("network_counts")
    @TypeAlias("networkCount")
    record Count(@Id String id, int count, Instant until) {}

    private record DailyKey(LocalDate day, ServerKey.Keyed key) {}

    /**
     * Counts one more.
     *
     * @return how many there are in this hour, this one included
     */
    int another(ClientAddress client) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var id = today(LocalDate.ofInstant(hour, ZoneOffset.UTC)).code(client.network() + " " + hour);
        try {
            return increased(id, hour.plus(WINDOW));
        } catch (DuplicateKeyException another) {
            // the first two of an hour came together; now there is one to increase
            return increased(id, hour.plus(WINDOW));
        }
    }

    private int increased(String id, Instant until) {
        var count = mongo.findAndModify(
                query(where("_id").is(id)),
                new Update().inc("count", 1).setOnInsert("until", until),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Count.class);
        return count == null ? 1 : count.count();
    }

    void forgetOver() {
        mongo.remove(query(where("until").lt(clock.instant())), Count.class);
    }

    private ServerKey.Keyed today(LocalDate day) {
        var known = daily;
        if (known == null || !known.day().equals(day)) {
            known = new DailyKey(day, key.forPurpose("networks of " + day));
            daily = known;
        }
        return known.key();
    }
}
