package vn.congvu.intake.tracking;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Where every report stands. */
@Component
public class ProgressBook {
    private static final Logger log = LoggerFactory.getLogger(ProgressBook.class);

    private final MongoTemplate mongo;
    private final Aggregates aggregates;

    ProgressBook(MongoTemplate mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** Of one report; empty of news when nobody has said anything yet. */
    public Progress of(String complaintId, String reference) {
        return find(complaintId).orElseGet(() -> Progress.none(complaintId, reference));
    }

    public Optional<Progress> find(String complaintId) {
        return Optional.ofNullable(mongo.findById(complaintId, Progress.class));
    }

    public List<Progress> findAll(Collection<String> complaintIds) {
        return complaintIds.isEmpty()
                ? List.of()
                : mongo.find(query(where("_id").in(complaintIds)), Progress.class);
    }

    /** Applies an event once; told again, it changes nothing. */
    <E extends Event> void apply(
            Received<E> received,
            @Nullable String complaintId,
            String reference,
            BiFunction<Progress, E, Progress> telling) {
        if (complaintId == null) {
            return;
        }
        var before = of(complaintId, reference);
        var after = telling.apply(before, received.event());
        if (before.revision().version() > 0) {
            aggregates.apply(after, List.of(), received);
            return;
        }
        try {
            aggregates.insert(after, List.of(), received);
        } catch (DuplicateKeyException quicker) {
            log.debug("another event made the entry of {} first", reference);
            throw new StaleRevisionException(before);
        }
    }

    void applyOutcome(Received<ApologyOutcomeAdded> received) {
        var apologyId = received.event().apologyId();
        var progress = mongo.findOne(query(where("apologies.apologyId").is(apologyId)), Progress.class);
        if (progress != null) {
            apply(received, progress.id(), progress.reference(), Telling::apologyOutcome);
        }
    }
}
