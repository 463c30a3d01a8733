package vn.congvu.platform.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.migration.Migration;

/**
 * Messages that wait for their turn, and how far each stream has come. A stream is one aggregate as one queue sees it; what is
 * applied leaves the inbox, since the stream's position refuses it from then on.
 */
final class Inbox {
    static final String MESSAGES = "inbox";
    static final String STREAMS = "inbox_streams";
    private static final String STREAM = "stream";
    private static final String DUE_AT = "dueAt";
    private static final String LEASE_UNTIL = "leaseUntil";
    private static final String TOKEN = "token";
    private static final String APPLIED = "applied";
    private static final String PARKED = "parked";
    private static final String GAP = "gap";
    private static final int SWEEP_AT_ONCE = 2_000;

    private final MongoTemplate mongo;

    Inbox(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * @param applied the last sequence that was applied
     * @param parked the sequence that waits among the parked messages and holds this stream, 0 for none
     * @param gap whether messages wait behind one that was missing
     */
    record Claim(String stream, String token, long applied, long parked, boolean gap) {
        /** Further on; nothing parked holds what goes on. */
        Claim at(long sequence) {
            return new Claim(stream, token, sequence, 0, gap);
        }

        /** Whether it is this one's turn, and none is known to wait behind it. */
        boolean isFreeFor(Waiting message) {
            return message.envelope().sequence() == applied + 1 && parked == 0 && !gap;
        }
    }

    /**
     * @param attempts how often it failed
     * @param waits how often something that it needs was away, which says nothing against it
     * @param restsUntil not to be tried before
     */
    record Waiting(String id, Envelope envelope, int attempts, int waits, Instant restsUntil) {
        private static Waiting fresh(String id, Envelope envelope, Instant now) {
            return new Waiting(id, envelope, 0, 0, now);
        }

        /** Whether it was tried and is not due again; one that was only behind a gap goes on as soon as the gap is closed. */
        boolean isResting(Instant now) {
            return attempts + waits > 0 && now.isBefore(restsUntil);
        }
    }

    static Migration indexes() {
        return new Migration("0000-platform-inbox", mongo -> {
            var indexes = mongo.indexOps(MESSAGES);
            indexes.createIndex(new Index()
                    .on(STREAM, Sort.Direction.ASC)
                    .on("sequence", Sort.Direction.ASC)
                    .named("by_stream"));
            indexes.createIndex(new Index().on(DUE_AT, Sort.Direction.ASC).named("due"));
        });
    }

    static String stream(String queue, String aggregateId) {
        return queue + ":" + aggregateId;
    }

    static String queueOf(String stream) {
        return stream.substring(0, stream.indexOf(':'));
    }

    static String aggregateOf(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }

    /**
     * Durable when it returns; a second delivery of the same message changes nothing.
     *
     * @return what is stored now; what was there already is not among it
     */
    List<Waiting> store(String queue, List<Envelope> envelopes) {
        var now = Instant.now();
        var documents = envelopes.stream()
                .map(envelope -> document(queue, envelope, now))
                .toList();
        var known = new HashSet<Integer>();
        mongo.execute(MESSAGES, raw -> {
            try {
                return raw.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException failed) {
                known.addAll(duplicates(failed));
                return null;
            }
        });
        return IntStream.range(0, envelopes.size())
                .filter(at -> !known.contains(at))
                .mapToObj(at -> Waiting.fresh(documents.get(at).getString("_id"), envelopes.get(at), now))
                .toList();
    }

    private static Document document(String queue, Envelope envelope, Instant now) {
        var document = envelope.toDocument();
        document.put("_id", queue + ":" + envelope.eventId());
        document.put("eventId", envelope.eventId());
        document.put(STREAM, stream(queue, envelope.aggregateId()));
        document.put("receivedAt", Date.from(now));
        document.put(DUE_AT, Date.from(now));
        document.put("attempts", 0);
        return document;
    }

    private static Set<Integer> duplicates(MongoBulkWriteException failed) {
        boolean known =
                failed.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (!known || failed.getWriteConcernError() != null) {
            throw failed;
        }
        return failed.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }

    Set<String> streamsDue() {
        var streams = new LinkedHashSet<String>();
        mongo.getCollection(MESSAGES)
                .find(lte(DUE_AT, Date.from(Instant.now())))
                .sort(ascending(DUE_AT))
                .projection(include(STREAM))
                .limit(SWEEP_AT_ONCE)
                .forEach(found -> streams.add(found.getString(STREAM)));
        return streams;
    }

    /** Empty while another worker holds the stream. */
    Optional<Claim> claim(String stream, Duration lease) {
        var now = Instant.now();
        var token = UUID.randomUUID().toString();
        try {
            var claimed = mongo.getCollection(STREAMS)
                    .findOneAndUpdate(
                            and(eq("_id", stream), lte(LEASE_UNTIL, Date.from(now))),
                            combine(
                                    set(TOKEN, token),
                                    set(LEASE_UNTIL, Date.from(now.plus(lease))),
                                    setOnInsert(APPLIED, 0L)),
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return Optional.ofNullable(claimed)
                    .map(found -> new Claim(
                            stream, token, found.getLong(APPLIED), parked(found), found.getBoolean(GAP, false)));
        } catch (MongoException failed) {
            // one that is held does not match, and can't begin once more
            if (ErrorCategory.fromErrorCode(failed.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    void release(Claim claim) {
        mongo.getCollection(STREAMS)
                .updateOne(and(eq("_id", claim.stream()), eq(TOKEN, claim.token())), set(LEASE_UNTIL, new Date(0)));
    }

    /** @return false when another worker took the stream over: then this one must stop */
    boolean advance(Claim claim, long applied) {
        return moved(claim, combine(set(APPLIED, applied), set(PARKED, 0L)));
    }

    /** As {@link #advance}, nothing waits behind it, and lets the stream go. */
    boolean finish(Claim claim, long applied) {
        return moved(claim, combine(set(APPLIED, applied), set(PARKED, 0L), unset(GAP), set(LEASE_UNTIL, new Date(0))));
    }

    private boolean moved(Claim claim, Bson change) {
        return mongo.getCollection(STREAMS)
                        .updateOne(and(eq("_id", claim.stream()), eq(TOKEN, claim.token())), change)
                        .getMatchedCount()
                == 1;
    }

    void hold(Claim claim, long parkedSequence) {
        mongo.getCollection(STREAMS)
                .updateOne(and(eq("_id", claim.stream()), eq(TOKEN, claim.token())), set(PARKED, parkedSequence));
    }

    void letGo(String stream) {
        mongo.getCollection(STREAMS).updateOne(eq("_id", stream), set(PARKED, 0L));
    }

    /** How far a stream has come, 0 for one that nobody has seen. */
    long applied(String stream) {
        var found = mongo.getCollection(STREAMS).find(eq("_id", stream)).first();
        return found == null ? 0 : found.getLong(APPLIED);
    }

    /** The first two of a stream, or fewer: the one whose turn it may be, and whether another one waits behind it. */
    List<Waiting> firstTwo(String stream) {
        return mongo.getCollection(MESSAGES)
                .find(eq(STREAM, stream))
                .sort(ascending(STREAM, "sequence"))
                .limit(2)
                .map(Inbox::waiting)
                .into(new ArrayList<>());
    }

    void remove(Waiting message) {
        mongo.getCollection(MESSAGES).deleteOne(eq("_id", message.id()));
    }

    /** Those that the positions of their streams refuse from now on: until then no harm is done by them. */
    void removeAll(List<Waiting> messages) {
        mongo.getCollection(MESSAGES)
                .deleteMany(in("_id", messages.stream().map(Waiting::id).toList()));
    }

    /** It failed: one attempt fewer is left. */
    void rest(Waiting message, Duration pause) {
        postpone(message, pause, inc("attempts", 1));
    }

    /** Something that it needs is away. */
    void await(Waiting message, Duration pause) {
        postpone(message, pause, inc("waits", 1));
    }

    /** It is not its turn, as one before it is missing: when that comes, the stream has to be looked through. */
    void leaveBehindGap(Claim claim, Waiting message, Duration pause) {
        postpone(message, pause);
        moved(claim, set(GAP, true));
    }

    private void postpone(Waiting message, Duration pause, Bson... counted) {
        var changes = new ArrayList<Bson>(List.of(counted));
        changes.add(set(DUE_AT, Date.from(Instant.now().plus(pause))));
        mongo.getCollection(MESSAGES).updateOne(eq("_id", message.id()), combine(changes));
    }

    private static Waiting waiting(Document found) {
        var envelope = new Document(found);
        envelope.put("_id", found.getString("eventId"));
        return new Waiting(
                found.getString("_id"),
                Envelope.of(envelope),
                found.getInteger("attempts", 0),
                found.getInteger("waits", 0),
                found.getDate(DUE_AT).toInstant());
    }

    private static long parked(Document found) {
        @Nullable Long parked = found.getLong(PARKED);
        return parked == null ? 0 : parked;
    }
}
