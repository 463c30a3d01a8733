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
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import vn.congvu.platform.background.Gathering;
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

    private static final int MOST_FINISHED_AT_ONCE = 100;

    private static final Bson EMPTY = combine(
            set(Outbox.path(Outbox.ENTRIES), List.of()),
            set(Outbox.path(Outbox.PENDING), false),
            set(Outbox.path(Outbox.LEASE_UNTIL), new Date(0)),
            unset(Outbox.path(Outbox.ATTEMPTS)),
            unset(Outbox.path(Outbox.TOKEN)));

    private record Place(String collection, String id) {}

    /** What the broker confirmed of an outbox, under the token of the lease. */
    private record Sent(Place place, String token, List<Envelope> events) {
        Bson held() {
            return Relay.held(place, token);
        }
    }

    private final MongoTemplate mongo;
    private final Broker broker;
    private final KeptEvents kept;
    private final List<String> collections;
    private final MessagingProperties properties;
    private final Traces traces;
    private final Work<Place> work;
    /** Sent and still in its outbox: what is lost here is sent once more when its lease is over. */
    private final Gathering<Sent> finished;

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
        this.finished = new Gathering<>("relay-sent", MOST_FINISHED_AT_ONCE, this::finish);
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
        Failpoint.RELAY_UNCLAIMED.pass();
        var token = UUID.randomUUID().toString();
        var claimed = claim(mongo.getCollection(place.collection()), place.id(), token);
        if (claimed != null) {
            publish(place, token, claimed.get(Outbox.FIELD, Document.class));
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

    private void publish(Place place, String token, Document outbox) {
        Failpoint.RELAY_UNPUBLISHED.pass();
        var entries = outbox.getList(Outbox.ENTRIES, Document.class).stream()
                .map(Envelope::of)
                .toList();
        var sent = new ArrayList<Envelope>();
        for (var entry : entries) {
            var refusal = publish(entry);
            if (refusal.isPresent()) {
                var attempts = outbox.getInteger(Outbox.ATTEMPTS, 0) + 1;
                warn(entry, attempts, refusal.get());
                kept.keep(sent);
                clear(new Sent(place, token, sent));
                putBack(place, token, attempts);
                return;
            }
            sent.add(entry);
        }
        Failpoint.RELAY_UNCLEARED.pass();
        finished.add(new Sent(place, token, sent));
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

    /** Keeps what the broker confirmed, and empties the outboxes in which nothing else is; the others are looked at one by one. */
    private void finish(List<Sent> all) {
        kept.keep(all.stream().flatMap(sent -> sent.events().stream()).toList());
        all.stream()
                .collect(Collectors.groupingBy(sent -> sent.place().collection()))
                .forEach(this::empty);
    }

    private void empty(String collection, List<Sent> all) {
        var changes = all.stream()
                .map(sent -> new UpdateOneModel<Document>(
                        and(
                                sent.held(),
                                size(Outbox.path(Outbox.ENTRIES), sent.events().size())),
                        EMPTY))
                .toList();
        var emptied = mongo.getCollection(collection).bulkWrite(changes, new BulkWriteOptions().ordered(false));
        if (emptied.getMatchedCount() < all.size()) {
            all.stream().filter(this::clear).map(Sent::place).forEach(work::add);
        }
    }

    /** @return whether the lease still held, so that something may have been added meanwhile */
    private boolean clear(Sent sent) {
        var ids = sent.events().stream().map(Envelope::eventId).toList();
        return mongo.getCollection(sent.place().collection())
                        .updateOne(
                                sent.held(),
                                combine(
                                        pullByFilter(new Document(
                                                Outbox.path(Outbox.ENTRIES),
                                                new Document("_id", new Document("$in", ids)))),
                                        set(Outbox.path(Outbox.LEASE_UNTIL), new Date(0))))
                        .getMatchedCount()
                == 1;
    }

    private void putBack(Place place, String token, int attempts) {
        mongo.getCollection(place.collection())
                .updateOne(
                        held(place, token),
                        combine(
                                inc(Outbox.path(Outbox.ATTEMPTS), 1),
                                set(
                                        Outbox.path(Outbox.LEASE_UNTIL),
                                        Date.from(Instant.now().plus(Backoff.after(attempts))))));
    }

    private static Bson held(Place place, String token) {
        return and(eq("_id", place.id()), eq(Outbox.path(Outbox.TOKEN), token));
    }

    @Override
    public void close() {
        work.close();
        finished.close();
    }
}
