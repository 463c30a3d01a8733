package vn.congvu.notify.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Reads and changes notices; every change is guarded by the revision it was decided on. */
@Component
class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final String DUE_AT = "delivery.dueAt";
    private static final int TRIES = 10;

    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final Clock clock;
    private final MeterRegistry meters;

    Ledger(MongoTemplate mongo, Aggregates aggregates, Clock clock, MeterRegistry meters) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.clock = clock;
        this.meters = meters;
    }

    List<String> due(int limit) {
        var query =
                query(where(DUE_AT).lte(clock.instant())).with(Sort.by(DUE_AT)).limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(Notice.class)).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    /** The lease is its due time: pushed forward, nobody else finds it until the lease is over. */
    Optional<Notice> claim(String id, Duration lease) {
        var now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id).and(DUE_AT).lte(now)),
                Update.update(DUE_AT, now.plus(lease)),
                FindAndModifyOptions.options().returnNew(true),
                Notice.class));
    }

    Optional<Notice> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Notice.class));
    }

    Optional<Notice> withProviderId(String providerId) {
        return Optional.ofNullable(
                mongo.findOne(query(where("delivery.providerId").is(providerId)), Notice.class));
    }

    /** Decides on the present state, again if it changed meanwhile. */
    Notice change(String id, UnaryOperator<Delivery> decide) {
        return change(present(id), decide);
    }

    /** As above, without asking first for what was read or written a moment ago. */
    Notice change(Notice known, UnaryOperator<Delivery> decide) {
        var notice = known;
        for (int left = TRIES; ; left--) {
            var next = decide.apply(notice.delivery());
            if (next.equals(notice.delivery())) {
                return notice;
            }
            try {
                return write(notice, notice.with(next));
            } catch (StaleRevisionException changedMeanwhile) {
                if (left == 0) {
                    throw changedMeanwhile;
                }
                log.debug("notice {} changed meanwhile", known.id());
                notice = present(known.id());
            }
        }
    }

    private Notice present(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("notices are never removed: " + id));
    }

    /** @throws StaleRevisionException if somebody else was faster */
    Notice write(Notice before, Notice after) {
        var written = aggregates.update(after, before.eventsOf(after.delivery(), clock.instant()));
        if (before.delivery().state() != after.delivery().state()) {
            Counter.builder("complaints.notices.changes")
                    .baseUnit("notices")
                    .description("Notices that came into a state of their delivery")
                    .tag("state", after.delivery().state().name())
                    .register(meters)
                    .increment();
        }
        if (after.delivery().needsPerson()) {
            log.warn(
                    "notice {} ({}) needs a person: {}",
                    after.id(),
                    after.kind(),
                    after.delivery().reason());
        }
        return written;
    }
}
