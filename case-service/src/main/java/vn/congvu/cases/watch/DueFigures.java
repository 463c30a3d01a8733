package vn.congvu.cases.watch;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.FigureProperties;
import vn.congvu.platform.telemetry.Figures;

/** Moments of deadlines that have come and that nobody dealt with yet: in a healthy service none is older than a sweep. */
public final class DueFigures implements Figures {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final FigureProperties properties;
    private final String of;
    private final String collection;
    private final String dueAt;
    private final Figure unannounced;
    private final Figure age;

    /**
     * @param of what they are called in figures and health
     * @param collection where they are stored
     * @param dueAt the indexed field with the next moment of each
     */
    public DueFigures(
            MongoTemplate mongo, Clock clock, FigureProperties properties, String of, String collection, String dueAt) {
        this.mongo = mongo;
        this.clock = clock;
        this.properties = properties;
        this.of = of;
        this.collection = collection;
        this.dueAt = dueAt;
        this.unannounced = Figure.of(
                "complaints.deadlines.unannounced",
                "moments",
                "Deadlines, warnings and windows that have come due and are not announced",
                "of",
                of);
        this.age = Figure.of(
                "complaints.deadlines.unannounced.age",
                "seconds",
                "Since when the oldest moment that has come due waits",
                "of",
                of);
    }

    @Override
    public String name() {
        return "deadlines-" + of;
    }

    @Override
    public List<Figure> all() {
        return List.of(unannounced, age);
    }

    @Override
    public void read() {
        var now = clock.instant();
        unannounced.is(mongo.count(query(where(dueAt).lte(now)), collection));
        var oldest = query(where(dueAt).lte(now)).with(Sort.by(dueAt)).limit(1);
        oldest.fields().include(dueAt);
        var found = mongo.findOne(oldest, Document.class, collection);
        age.is(found == null ? Duration.ZERO : Duration.between(at(found), now));
    }

    private Instant at(Document found) {
        return found.getEmbedded(List.of(dueAt.split("\\.")), Date.class).toInstant();
    }

    @Override
    public Optional<String> trouble() {
        return age.isLongerThan(properties.patience())
                ? Optional.of("what has come due is not announced for longer than " + properties.patience())
                : Optional.empty();
    }
}
