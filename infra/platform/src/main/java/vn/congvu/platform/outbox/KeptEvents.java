package vn.congvu.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.migration.Migration;

/** The events that the broker has confirmed, kept so that a reader who missed one can have it again. */
final class KeptEvents {
    private static final String COLLECTION = "published_events";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final int MOST_AT_ONCE = 500;

    private final MongoTemplate mongo;

    KeptEvents(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    static Migration indexes() {
        return new Migration("0000-platform-published-events", mongo -> {
            var indexes = mongo.indexOps(COLLECTION);
            indexes.createIndex(new Index()
                    .on("aggregateId", Sort.Direction.ASC)
                    .on("sequence", Sort.Direction.ASC)
                    .named("by_aggregate"));
            indexes.createIndex(new Index().on(PUBLISHED_AT, Sort.Direction.ASC).named("by_time"));
        });
    }

    void keep(List<Envelope> events) {
        if (events.isEmpty()) {
            return;
        }
        var now = Date.from(Instant.now());
        var writes = events.stream()
                .map(event -> new ReplaceOneModel<>(
                        eq("_id", event.eventId()),
                        event.toDocument().append(PUBLISHED_AT, now),
                        new ReplaceOptions().upsert(true)))
                .toList();
        mongo.getCollection(COLLECTION).bulkWrite(writes);
    }

    /** @param sequence the first that is wanted */
    List<Envelope> from(String aggregateId, long sequence) {
        var events = new ArrayList<Envelope>();
        mongo.getCollection(COLLECTION)
                .find(and(eq("aggregateId", aggregateId), gte("sequence", sequence)))
                .sort(ascending("aggregateId", "sequence"))
                .limit(MOST_AT_ONCE)
                .forEach(document -> events.add(Envelope.of(document)));
        return events;
    }

    /** The last published sequence of each aggregate that published something since then. */
    Map<String, Long> lastSequencesSince(Instant since) {
        var last = new LinkedHashMap<String, Long>();
        mongo.getCollection(COLLECTION)
                .find(gt(PUBLISHED_AT, Date.from(since)))
                .projection(new Document("aggregateId", 1).append("sequence", 1))
                .forEach(document ->
                        last.merge(document.getString("aggregateId"), document.getLong("sequence"), Math::max));
        return last;
    }

    long forgetBefore(Duration age) {
        return mongo.getCollection(COLLECTION)
                .deleteMany(lt(PUBLISHED_AT, Date.from(Instant.now().minus(age))))
                .getDeletedCount();
    }
}
