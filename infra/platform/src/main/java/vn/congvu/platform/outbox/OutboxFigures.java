package vn.congvu.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.FigureProperties;
import vn.congvu.platform.telemetry.Figures;

/** How much waits in the outboxes, and since when. */
final class OutboxFigures implements Figures {
    /** The age is the oldest among so many that wait: enough to tell a moment from an outage, and bounded in one. */
    private static final int LOOKED_AT = 1_000;

    private final MongoTemplate mongo;
    private final List<String> collections;
    private final FigureProperties properties;
    private final Figure waiting = Figure.of(
            "complaints.outbox.waiting",
            "aggregates",
            "Cases, complaints or notices with events the broker has not taken");
    private final Figure age = Figure.of(
            "complaints.outbox.age", "seconds", "Since when the oldest event waits for the broker; 0 when none does");

    OutboxFigures(MongoTemplate mongo, Publisher publisher, FigureProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
        this.collections =
                publisher.aggregates().stream().map(mongo::getCollectionName).toList();
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public List<Figure> all() {
        return List.of(waiting, age);
    }

    @Override
    public void read() {
        long found = 0;
        var now = Instant.now();
        var oldest = now;
        for (var collection : collections) {
            found += mongo.getCollection(collection).countDocuments(eq(Outbox.path(Outbox.PENDING), true));
            for (var document : mongo.getCollection(collection)
                    .find(eq(Outbox.path(Outbox.PENDING), true))
                    .projection(include(Outbox.path(Outbox.ENTRIES) + "._id"))
                    .limit(LOOKED_AT)) {
                var written = firstWrittenAt(document, now);
                oldest = written.isBefore(oldest) ? written : oldest;
            }
        }
        waiting.is(found);
        age.is(Duration.between(oldest, now));
    }

    @Override
    public Optional<String> trouble() {
        return age.isLongerThan(properties.patience())
                ? Optional.of("events wait for the broker for longer than " + properties.patience())
                : Optional.empty();
    }

    /** By the event's id, which tells the machine's time; the domain's clock may have been moved. */
    private static Instant firstWrittenAt(Document document, Instant now) {
        var entries = document.get(Outbox.FIELD, new Document()).getList(Outbox.ENTRIES, Document.class, List.of());
        return entries.isEmpty()
                ? now
                : Instant.ofEpochMilli(
                        UUID.fromString(entries.getFirst().getString("_id")).getMostSignificantBits() >>> 16);
    }
}
