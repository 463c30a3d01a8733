package vn.congvu.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.messaging.Backoff;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.messaging.Work;
import vn.congvu.platform.telemetry.LogSubject;
import vn.congvu.platform.telemetry.Traces;

/**
 * Takes events from the outboxes to the broker: in the order of each aggregate, at least once, and out of the outbox only when the
 * broker confirmed and did not return them. Nudged after each write; the sweep finds what a dead process left.
 */
final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int SWEEP_AT_ONCE = 1_000;

    private record Place(String collection, String id) {}

    private final MongoTemplate mongo;
    private final Broker broker;
    private final KeptEvents kept;
    private final List<String> collections;
    private final MessagingProperties properties;
    private final Traces traces;
    private final Work<Place> work;

    Relay(
            MongoTemplate mongo,
            Broker broker,
            KeptEvents kept,
            Publisher publisher,
            MessagingProperties properties,
            Traces traces) {
        this.mongo = mongo;
        this.broker = broker;
        this.kept = kept;
        this.properties = properties;
        this.traces = traces;
        this.collections =
                publisher.aggregates().stream().map(mongo::getCollectionName).toList();
        this.work = new Work<>("relay", properties.concurrency(), this::relay);
    }

    void nudge(String collection, String id) {
        work.add(new Place(collection, id));
    }

    @Scheduled(fixedDelayString = "${complaints.platform.messaging.sweep-every:1s}")
    void sweep() {
        if (work.isBusy()) {
            return;
        }
        for (var collection : collections) {
            mongo.getCollection(collection)
                    .find(and(
                            eq(Outbox.path(Outbox.PENDING), true),
                            lte(Outbox.path(Outbox.LEASE_UNTIL), Date.from(Instant.now()))))
                    .projection(include("_id"))
                    .limit(SWEEP_AT_ONCE)
                    .forEach(found -> work.add(new Place(collection, found.getString("_id"))));
        }
    }

    private void relay(Place place) {
        var collection = mongo.getCollection(place.collection());
        boolean more = true;
        while (more) {
            Failpoint.RELAY_UNCLAIMED.pass();
            var token = UUID.randomUUID().toString();
            var claimed = claim(collection, place.id(), token);
            more = claimed != null && publish(collection, place.id(), token, claimed);
        }
    }

    private @Nullable Document claim(MongoCollection<Document> collection, String id, String token) {
        var now = Instant.now();
        return collection.findOneAndUpdate(
                and(
                        eq("_id", id),
                        eq(Outbox.path(Outbox.PENDING), true),
                        lte(Outbox.path(Outbox.LEASE_UNTIL), Date.from(now))),
                combine(
                        set(Outbox.path(Outbox.TOKEN), token),
                        set(Outbox.path(Outbox.LEASE_UNTIL), Date.from(now.plus(properties.lease())))),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(include(Outbox.FIELD)));
    }

    /** @return whether there may be more to do for this aggregate at once */
    private boolean publish(MongoCollection<Document> collection, String id, String token, Document claimed) {
        Failpoint.RELAY_UNPUBLISHED.pass();
        var outbox = claimed.get(Outbox.FIELD, Document.class);
        var entries = outbox.getList(Outbox.ENTRIES, Document.class).stream()
                .map(Envelope::of)
                .toList();
        var sent = new ArrayList<Envelope>();
        for (var entry : entries) {
            var refusal = publish(entry);
            if (refusal.isPresent()) {
                var attempts = outbox.getInteger(Outbox.ATTEMPTS, 0) + 1;
                warn(entry, attempts, refusal.get());
                finish(collection, id, token, sent);
                putBack(collection, id, token, attempts);
                return false;
            }
            sent.add(entry);
        }
        Failpoint.RELAY_UNCLEARED.pass();
        return finish(collection, id, token, sent);
    }

    private Optional<String> publish(Envelope entry) {
        try (var step = traces.publishing(entry.trace(), entry.type())) {
            return broker.publish(entry.tracedAs(step.trace()));
        }
    }

    private static void warn(Envelope entry, int attempts, String refusal) {
        try (var _ = LogSubject.is(entry.correlationId())) {
            log.warn(
                    "event {} of {} stays in the outbox after {} attempts: {}",
                    entry.type(),
                    entry.correlationId(),
                    attempts,
                    refusal);
        }
    }

    private boolean finish(MongoCollection<Document> collection, String id, String token, List<Envelope> sent) {
        if (!sent.isEmpty()) {
            kept.keep(sent);
        }
        var ids = sent.stream().map(Envelope::eventId).toList();
        var emptied = collection.updateOne(
                and(
                        eq("_id", id),
                        eq(Outbox.path(Outbox.TOKEN), token),
                        size(Outbox.path(Outbox.ENTRIES), sent.size())),
                combine(
                        set(Outbox.path(Outbox.ENTRIES), List.of()),
                        set(Outbox.path(Outbox.PENDING), false),
                        set(Outbox.path(Outbox.LEASE_UNTIL), new Date(0)),
                        unset(Outbox.path(Outbox.ATTEMPTS)),
                        unset(Outbox.path(Outbox.TOKEN))));
        if (emptied.getModifiedCount() == 1) {
            return false;
        }
        var pulled = collection.updateOne(
                and(eq("_id", id), eq(Outbox.path(Outbox.TOKEN), token)),
                combine(
                        pullByFilter(new Document(
                                Outbox.path(Outbox.ENTRIES), new Document("_id", new Document("$in", ids)))),
                        set(Outbox.path(Outbox.LEASE_UNTIL), new Date(0))));
        return pulled.getMatchedCount() == 1;
    }

    private void putBack(MongoCollection<Document> collection, String id, String token, int attempts) {
        collection.updateOne(
                and(eq("_id", id), eq(Outbox.path(Outbox.TOKEN), token)),
                combine(
                        inc(Outbox.path(Outbox.ATTEMPTS), 1),
                        set(
                                Outbox.path(Outbox.LEASE_UNTIL),
                                Date.from(Instant.now().plus(Backoff.after(attempts))))));
    }

    @Override
    public void close() {
        work.close();
    }
}
