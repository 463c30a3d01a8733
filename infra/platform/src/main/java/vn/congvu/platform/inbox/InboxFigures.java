package vn.congvu.platform.inbox;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.FigureProperties;
import vn.congvu.platform.telemetry.Figures;

/** How far the service is behind the events of others, and what holds it up. */
final class InboxFigures implements Figures {
    /** Looked at, the ones due first: all of them unless there is an outage, and bounded in one. */
    private static final int LOOKED_AT = 1_000;

    private static final Date EVER = new Date(0);

    private final MongoTemplate mongo;
    private final FigureProperties properties;
    private final Figure waiting = Figure.of(
            "complaints.inbox.waiting", "messages", "Events of other services that are stored and not applied");
    private final Figure lag = Figure.of(
            "complaints.inbox.lag", "seconds", "Since when the oldest event waits to be applied; 0 when none does");
    private final Figure gaps = Figure.of(
            "complaints.inbox.gaps", "streams", "Aggregates whose next event has not come although later ones have");
    private final Figure held =
            Figure.of("complaints.inbox.held", "streams", "Aggregates whose events wait behind a parked one");

    InboxFigures(MongoTemplate mongo, FigureProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public List<Figure> all() {
        return List.of(waiting, lag, gaps, held);
    }

    @Override
    public void read() {
        var now = Instant.now();
        var oldest = now;
        var first = new HashMap<String, Long>();
        for (var message : mongo.getCollection(Inbox.MESSAGES)
                .find(gt("dueAt", EVER))
                .sort(ascending("dueAt"))
                .projection(include("stream", "sequence", "receivedAt"))
                .limit(LOOKED_AT)) {
            var received = message.getDate("receivedAt").toInstant();
            oldest = received.isBefore(oldest) ? received : oldest;
            first.merge(message.getString("stream"), message.getLong("sequence"), Math::min);
        }
        waiting.is(mongo.getCollection(Inbox.MESSAGES).countDocuments(gt("dueAt", EVER)));
        lag.is(Duration.between(oldest, now));
        holdUps(first);
    }

    private void holdUps(Map<String, Long> first) {
        long missing = 0;
        long behindParked = 0;
        for (var position : mongo.getCollection(Inbox.STREAMS).find(in("_id", first.keySet()))) {
            long next = position.getLong("applied") + 1;
            if (first.getOrDefault(position.getString("_id"), next) > next) {
                if (next == parked(position)) {
                    behindParked++;
                } else {
                    missing++;
                }
            }
        }
        gaps.is(missing);
        held.is(behindParked);
    }

    private static long parked(Document position) {
        var parked = position.get("parked");
        return parked instanceof Long sequence ? sequence : 0;
    }

    @Override
    public Optional<String> trouble() {
        return lag.isLongerThan(properties.patience())
                ? Optional.of("events wait to be applied for longer than " + properties.patience()
                        + (gaps.isMoreThan(0) ? ", some behind one that is missing" : "")
                        + (held.isMoreThan(0) ? ", some behind one that is parked" : ""))
                : Optional.empty();
    }
}
