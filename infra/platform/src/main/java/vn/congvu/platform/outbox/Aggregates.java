package vn.congvu.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventTypes;
import vn.congvu.contracts.Ids;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.messaging.EventJson;
import vn.congvu.platform.telemetry.Traces;

/**
 * Stores aggregates so that a state change, the events it causes and the mark of the event that caused it are one document
 * write. Whatever process dies, either all of it happened or nothing.
 */
public final class Aggregates {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final Publisher publisher;
    private final Relay relay;
    private final Traces traces;

    Aggregates(MongoTemplate mongo, Clock clock, Publisher publisher, Relay relay, Traces traces) {
        this.mongo = mongo;
        this.clock = clock;
        this.publisher = publisher;
        this.relay = relay;
        this.traces = traces;
    }

    /**
     * Stores a new aggregate.
     *
     * @return as stored
     * @throws DuplicateKeyException if its id or another unique key is taken
     */
    public <T extends Aggregate> T insert(T aggregate, List<? extends Event> events) {
        return insertOne(aggregate, events, null);
    }

    /** As {@link #insert(Aggregate, List)}; when this very cause has stored it before, that one is returned. */
    public <T extends Aggregate> T insert(T aggregate, List<? extends Event> events, Received<?> cause) {
        try {
            return insertOne(aggregate, events, cause);
        } catch (DuplicateKeyException taken) {
            var stored = find(aggregate);
            if (stored != null && appliedSequence(stored, cause) >= cause.sequence()) {
                return read(aggregate, stored);
            }
            throw taken;
        }
    }

    /**
     * Changes a stored aggregate.
     *
     * @param changed its new state, with the revision it was read at
     * @return as stored
     * @throws StaleRevisionException if it changed since it was read
     */
    public <T extends Aggregate> T update(T changed, List<? extends Event> events) {
        return write(changed, events, null).orElseThrow(() -> new StaleRevisionException(changed));
    }

    /**
     * As {@link #update}, caused by an event of another service.
     *
     * @return empty if the cause, or a later event of the same aggregate, was applied before: nothing is changed then
     */
    public <T extends Aggregate> Optional<T> apply(T changed, List<? extends Event> events, Received<?> cause) {
        var written = write(changed, events, cause);
        if (written.isEmpty()) {
            var stored = find(changed);
            if (stored == null || appliedSequence(stored, cause) < cause.sequence()) {
                throw new StaleRevisionException(changed);
            }
        }
        return written;
    }

    /** Whether the aggregate already carries the effect of this event. */
    public boolean applied(Class<? extends Aggregate> type, String id, Received<?> cause) {
        var stored = mongo.getCollection(mongo.getCollectionName(type))
                .find(eq("_id", id))
                .projection(new Document("applied", 1))
                .first();
        return stored != null && appliedSequence(stored, cause) >= cause.sequence();
    }

    /** A new aggregate and the events it begins with. */
    public record New<T extends Aggregate>(T aggregate, List<? extends Event> events) {}

    /**
     * Stores many new aggregates of one kind, each with its events in one document write as ever, in one go.
     *
     * @return the ids that were taken; all others are stored
     */
    public <T extends Aggregate> Set<String> insertAll(List<New<T>> all) {
        if (all.isEmpty()) {
            return Set.of();
        }
        var documents = new ArrayList<Document>();
        for (var each : all) {
            documents.add(document(each.aggregate(), entries(each.aggregate(), 0, each.events())));
        }
        var taken = new HashSet<String>();
        mongo.execute(collection(all.getFirst().aggregate()), raw -> {
            try {
                return raw.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException some) {
                for (var error : some.getWriteErrors()) {
                    if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                        throw some;
                    }
                    taken.add(all.get(error.getIndex()).aggregate().id());
                }
                if (some.getWriteConcernError() != null) {
                    throw some;
                }
                return null;
            }
        });
        for (var each : all) {
            if (!each.events().isEmpty() && !taken.contains(each.aggregate().id())) {
                relay.nudge(collection(each.aggregate()), each.aggregate().id());
            }
        }
        return taken;
    }

    private Document document(Aggregate aggregate, List<Document> entries) {
        var document = state(aggregate);
        document.put("revision", revision(1, entries.size()));
        document.put(
                Outbox.FIELD,
                new Document(Outbox.PENDING, !entries.isEmpty())
                        .append(Outbox.LEASE_UNTIL, new Date(0))
                        .append(Outbox.ENTRIES, entries));
        return document;
    }

    private <T extends Aggregate> T insertOne(T aggregate, List<? extends Event> events, @Nullable Received<?> cause) {
        var entries = entries(aggregate, 0, events);
        var document = document(aggregate, entries);
        if (cause != null) {
            document.put("applied", new Document(appliedKey(cause), cause.sequence()));
        }
        mongo.execute(collection(aggregate), raw -> raw.insertOne(document));
        nudge(aggregate, entries);
        return read(aggregate, document);
    }

    private <T extends Aggregate> Optional<T> write(
            T changed, List<? extends Event> events, @Nullable Received<?> cause) {
        var was = changed.revision();
        var entries = entries(changed, was.sequence(), events);
        var set = state(changed);
        set.remove("_id");
        set.put("revision", revision(was.version() + 1, was.sequence() + entries.size()));
        var unset = absentFields(changed, set);
        var update = new Document("$set", set);
        if (!unset.isEmpty()) {
            update.put("$unset", unset);
        }
        if (!entries.isEmpty()) {
            set.put(Outbox.FIELD + "." + Outbox.PENDING, true);
            update.put("$push", new Document(Outbox.FIELD + "." + Outbox.ENTRIES, new Document("$each", entries)));
        }
        Bson filter = and(eq("_id", changed.id()), eq("revision.version", was.version()));
        if (cause != null) {
            var mark = "applied." + appliedKey(cause);
            set.put(mark, cause.sequence());
            filter = and(filter, not(gte(mark, cause.sequence())));
        }
        var guarded = filter;
        var stored = mongo.execute(
                collection(changed),
                raw -> raw.findOneAndUpdate(
                        guarded, update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
        if (stored == null) {
            return Optional.empty();
        }
        nudge(changed, entries);
        return Optional.of(read(changed, stored));
    }

    private Document state(Aggregate aggregate) {
        var document = new Document();
        mongo.getConverter().write(aggregate, document);
        return document;
    }

    private Document absentFields(Aggregate aggregate, Document present) {
        var absent = new Document();
        mongo.getConverter()
                .getMappingContext()
                .getRequiredPersistentEntity(aggregate.getClass())
                .forEach(property -> {
                    var field = property.getFieldName();
                    if (!property.isIdProperty() && !present.containsKey(field)) {
                        absent.put(field, "");
                    }
                });
        return absent;
    }

    private List<Document> entries(Aggregate aggregate, long after, List<? extends Event> events) {
        var entries = new ArrayList<Document>();
        var now = Instant.now(clock);
        var trace = events.isEmpty() ? null : traces.current();
        for (var event : events) {
            entries.add(new Envelope(
                            Ids.next(),
                            publisher.exchange(),
                            EventTypes.keyOf(event.getClass()),
                            aggregate.id(),
                            after + entries.size() + 1,
                            aggregate.correlationId(),
                            now,
                            EventJson.write(event),
                            trace)
                    .toDocument());
        }
        return entries;
    }

    private void nudge(Aggregate aggregate, List<Document> entries) {
        if (!entries.isEmpty()) {
            relay.nudge(collection(aggregate), aggregate.id());
        }
    }

    private @Nullable Document find(Aggregate aggregate) {
        return mongo.getCollection(collection(aggregate))
                .find(eq("_id", aggregate.id()))
                .first();
    }

    private String collection(Aggregate aggregate) {
        return mongo.getCollectionName(aggregate.getClass());
    }

    @SuppressWarnings("unchecked")
    private <T extends Aggregate> T read(T like, Document document) {
        return (T) mongo.getConverter().read(like.getClass(), document);
    }

    private static Document revision(long version, long sequence) {
        return new Document("version", version).append("sequence", sequence);
    }

    private static long appliedSequence(Document stored, Received<?> cause) {
        var applied = stored.get("applied", Document.class);
        var sequence = applied == null ? null : applied.getLong(appliedKey(cause));
        return sequence == null ? 0 : sequence;
    }

    private static String appliedKey(Received<?> cause) {
        return (cause.publisher() + "/" + cause.aggregateId()).replace('.', '_').replace('$', '_');
    }
}
