package vn.congvu.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.migration.Migration;

/** The rows of one service's chain. Its number is the row's {@code _id}: two replicas can't both write the next one. */
final class AuditEntries {
    static final String COLLECTION = "audit_entries";
    private static final String MOMENT = "moment";
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final MongoTemplate mongo;
    private final AuditSeal seal;

    AuditEntries(MongoTemplate mongo, AuditSeal seal) {
        this.mongo = mongo;
        this.seal = seal;
    }

    static Migration indexes() {
        return new Migration("0000-platform-audit", mongo -> {
            var indexes = mongo.indexOps(COLLECTION);
            indexes.createIndex(new Index().on(MOMENT, Direction.DESC).named("newest"));
            for (var field : List.of("actor", "action", "about")) {
                indexes.createIndex(new Index()
                        .on(field, Direction.ASC)
                        .on(MOMENT, Direction.DESC)
                        .named("by-" + field));
            }
        });
    }

    /** As text that sorts by time and then by number. */
    static String moment(Instant at, long sequence) {
        return MILLIS.format(at) + "/" + String.format("%015d", sequence);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another replica wrote this number */
    void insert(Document entry) {
        mongo.insert(entry, COLLECTION);
    }

    Optional<Document> last() {
        return Optional.ofNullable(rows().sort(descending("_id")).first());
    }

    Optional<Document> first() {
        return Optional.ofNullable(rows().sort(ascending("_id")).first());
    }

    Optional<Document> get(long sequence) {
        return Optional.ofNullable(rows().filter(eq("_id", sequence)).first());
    }

    /** In their order; read while they are walked through, never all at once. */
    FindIterable<Document> after(long sequence, int most) {
        return rows().filter(gt("_id", sequence))
                .sort(ascending("_id"))
                .limit(most)
                .batchSize(1_000);
    }

    /** Newest first. */
    List<AuditEntry> page(AuditQuery query) {
        var asked = new ArrayList<Bson>();
        equal(asked, "actor", query.actor());
        equal(asked, "action", query.action() == null ? null : query.action().word());
        equal(asked, "about", query.about());
        if (query.from() != null) {
            asked.add(gte(MOMENT, MILLIS.format(query.from())));
        }
        if (query.to() != null) {
            asked.add(lt(MOMENT, MILLIS.format(query.to())));
        }
        if (query.before() != null) {
            asked.add(lt(MOMENT, place(query.before())));
        }
        var found = new ArrayList<AuditEntry>();
        rows().filter(asked.isEmpty() ? new Document() : and(asked))
                .sort(descending(MOMENT))
                .limit(query.size())
                .forEach(document -> found.add(view(document)));
        return found;
    }

    /** Entries behind one that is gone are found from the beginning again. */
    private String place(long sequence) {
        return get(sequence)
                .map(document -> String.valueOf(document.get(MOMENT)))
                .orElse("~");
    }

    private static void equal(List<Bson> asked, String field, @Nullable String value) {
        if (value != null) {
            asked.add(eq(field, value));
        }
    }

    private FindIterable<Document> rows() {
        return mongo.getCollection(COLLECTION).find();
    }

    /** Also of a row that somebody spoilt: it is shown as far as it can be read, and as not intact. */
    private AuditEntry view(Document document) {
        return new AuditEntry(
                text(document, "service"),
                document.get("_id") instanceof Number number ? number.longValue() : 0,
                instant(text(document, MOMENT)),
                text(document, "actor"),
                texts(document, "roles"),
                document.get("agency") instanceof String agency ? agency : null,
                text(document, "action"),
                outcome(text(document, "outcome")),
                texts(document, "about"),
                document.get("detail") instanceof String detail ? detail : null,
                text(document, AuditSeal.HASH),
                seal.isIntact(document));
    }

    private static Instant instant(String moment) {
        return moment.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z/\\d+")
                ? MILLIS.parse(moment.substring(0, moment.indexOf('/')), Instant::from)
                : Instant.EPOCH;
    }

    private static Outcome outcome(String word) {
        for (var outcome : Outcome.values()) {
            if (outcome.name().equals(word)) {
                return outcome;
            }
        }
        return Outcome.REFUSED;
    }

    private static String text(Document document, String field) {
        return document.get(field) instanceof String text ? text : "";
    }

    private static List<String> texts(Document document, String field) {
        return document.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
