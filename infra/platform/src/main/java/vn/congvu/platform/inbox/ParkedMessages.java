package vn.congvu.platform.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.text.CleanText;

/** Messages that could not be read or applied: kept with the reason until somebody replays them. */
final class ParkedMessages {
    static final String COLLECTION = "parked_messages";
    private static final int LONGEST_REASON = 1_000;

    private final MongoTemplate mongo;

    ParkedMessages(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * What ADMIN sees of it; never its body.
     *
     * @param replayable false for bytes that no event can be read from
     */
    record ParkedMessage(
            String id,
            String queue,
            String reason,
            String parkedAt,
            @Nullable String type,
            @Nullable String aggregateId,
            @Nullable Long sequence,
            @Nullable String correlationId,
            boolean replayable) {}

    static Migration indexes() {
        return new Migration("0000-platform-parked", mongo -> mongo.indexOps(COLLECTION)
                .createIndex(new Index().on("parkedAt", Sort.Direction.DESC).named("newest")));
    }

    void park(String queue, Envelope envelope, String reason) {
        store(envelope.toDocument()
                .append("_id", queue + ":" + envelope.eventId())
                .append("eventId", envelope.eventId())
                .append("queue", queue)
                .append("reason", CleanText.shorten(reason, LONGEST_REASON)));
    }

    /** @param deliveryId what makes a second delivery of the same bytes the same row */
    void parkUnreadable(String queue, String deliveryId, byte[] bytes, String reason) {
        store(new Document("_id", queue + ":" + deliveryId)
                .append("queue", queue)
                .append("reason", CleanText.shorten(reason, LONGEST_REASON))
                .append("bytes", Base64.getEncoder().encodeToString(bytes)));
    }

    List<ParkedMessage> newest(@Nullable String before, int limit) {
        var found = new ArrayList<ParkedMessage>();
        mongo.getCollection(COLLECTION)
                .find(before == null ? new Document() : lt("parkedAt", before))
                .sort(descending("parkedAt"))
                .limit(limit)
                .forEach(document -> found.add(view(document)));
        return found;
    }

    long count() {
        return mongo.getCollection(COLLECTION).countDocuments(gt("parkedAt", ""));
    }

    Optional<Envelope> envelope(String id) {
        var found = mongo.getCollection(COLLECTION).find(eq("_id", id)).first();
        return Optional.ofNullable(found)
                .filter(document -> document.containsKey("eventId"))
                .map(document -> {
                    var envelope = new Document(document);
                    envelope.put("_id", document.getString("eventId"));
                    return Envelope.of(envelope);
                });
    }

    Optional<ParkedMessage> get(String id) {
        return Optional.ofNullable(
                        mongo.getCollection(COLLECTION).find(eq("_id", id)).first())
                .map(ParkedMessages::view);
    }

    void remove(String id) {
        mongo.getCollection(COLLECTION).deleteOne(eq("_id", id));
    }

    private void store(Document document) {
        document.append("parkedAt", Instant.now().toString());
        mongo.getCollection(COLLECTION)
                .replaceOne(eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    private static ParkedMessage view(Document document) {
        return new ParkedMessage(
                document.getString("_id"),
                document.getString("queue"),
                document.getString("reason"),
                document.getString("parkedAt"),
                document.getString("type"),
                document.getString("aggregateId"),
                document.getLong("sequence"),
                document.getString("correlationId"),
                document.containsKey("eventId"));
    }
}
