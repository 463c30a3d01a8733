package vn.congvu.notify.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.FigureProperties;
import vn.congvu.platform.telemetry.Figures;

/** How many notices wait, for what, and whether the deliveries keep up. What is finished is counted as it happens. */
@Component
class NoticeFigures implements Figures {
    private static final String STATE = "delivery.state";
    private static final String DUE_AT = "delivery.dueAt";
    private static final List<State> WAITING = List.of(State.PENDING, State.HELD, State.SENDING, State.UNKNOWN);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final FigureProperties properties;
    private final Map<State, Figure> waiting = new EnumMap<>(State.class);
    private final Figure late = Figure.of(
            "complaints.notices.late", "seconds", "Since when the oldest notice whose time has come waits to be sent");
    private final Figure forPerson = Figure.of(
            "complaints.notices.for.person",
            "notices",
            "Notices that may have gone out or not: a person has to decide");

    NoticeFigures(MongoTemplate mongo, Clock clock, FigureProperties properties) {
        this.mongo = mongo;
        this.clock = clock;
        this.properties = properties;
        for (var state : WAITING) {
            waiting.put(
                    state,
                    Figure.of(
                            "complaints.notices.waiting",
                            "notices",
                            "Notices on their way, by the state of their delivery",
                            "state",
                            state.name()));
        }
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public List<Figure> all() {
        return Stream.concat(waiting.values().stream(), Stream.of(late, forPerson))
                .toList();
    }

    @Override
    public void read() {
        waiting.forEach(
                (state, figure) -> figure.is(mongo.count(query(where(STATE).is(state)), Notice.class)));
        forPerson.is(
                mongo.count(query(where(STATE).is(State.UNKNOWN).and(DUE_AT).is(null)), Notice.class));
        var now = clock.instant();
        var oldest = query(where(DUE_AT).lte(now)).with(Sort.by(DUE_AT)).limit(1);
        oldest.fields().include(DUE_AT);
        var found = mongo.findOne(oldest, Document.class, mongo.getCollectionName(Notice.class));
        late.is(
                found == null
                        ? Duration.ZERO
                        : Duration.between(
                                found.get("delivery", Document.class)
                                        .getDate("dueAt")
                                        .toInstant(),
                                now));
    }

    @Override
    public Optional<String> trouble() {
        if (late.isLongerThan(properties.patience())) {
            return Optional.of("notices whose time has come are not sent");
        }
        return forPerson.isMoreThan(0)
                ? Optional.of("notices with an unknown outcome wait for a person to decide")
                : Optional.empty();
    }
}
