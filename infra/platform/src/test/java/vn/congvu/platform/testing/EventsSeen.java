package vn.congvu.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventTypes;
import vn.congvu.platform.messaging.EventJson;

/** The events that the service has published: confirmed by the broker, not just written. */
public final class EventsSeen {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ObjectProvider<MongoTemplate> mongo;

    EventsSeen(ObjectProvider<MongoTemplate> mongo) {
        this.mongo = mongo;
    }

    /** All of a type so far, oldest first. */
    public <E extends Event> List<E> all(Class<E> type) {
        var found = new ArrayList<E>();
        mongo.getObject()
                .getCollection("published_events")
                .find(new Document("type", EventTypes.keyOf(type)))
                .sort(new Document("_id", 1))
                .forEach(document -> found.add(EventJson.read(document.getString("body"), type)));
        return found;
    }

    /** The first of a type that fits, waited for. */
    public <E extends Event> E await(Class<E> type, Predicate<E> fits) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> all(type).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    public <E extends Event> E await(Class<E> type) {
        return await(type, any -> true);
    }

    /** The sequences published for an aggregate, in the order of their numbers. */
    public List<Long> sequences(String aggregateId) {
        var found = new ArrayList<Long>();
        mongo.getObject()
                .getCollection("published_events")
                .find(new Document("aggregateId", aggregateId))
                .sort(new Document("sequence", 1))
                .forEach(document -> found.add(document.getLong("sequence")));
        return found;
    }
}
