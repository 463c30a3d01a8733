package vn.congvu.notify.apology;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.inbox.RetryLater;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;
import vn.congvu.platform.problem.Problems;

/** Publishes apologies, each once and with the next number of its agency and year. */
@Component
class Apologies {
    private static final Logger log = LoggerFactory.getLogger(Apologies.class);
    private static final int TRIES = 200;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final int SERIAL_DIGITS = 7;

    private final Aggregates aggregates;
    private final MongoTemplate mongo;
    private final Site site;
    private final Clock clock;

    Apologies(Aggregates aggregates, MongoTemplate mongo, Site site, Clock clock) {
        this.aggregates = aggregates;
        this.mongo = mongo;
        this.site = site;
        this.clock = clock;
    }

    Optional<Apology> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Apology.class));
    }

    /** @throws vn.congvu.platform.problem.Problem if there is none */
    Apology get(String id) {
        return find(id).orElseThrow(() -> Problems.notFound(
                "Không có thư xin lỗi này trên bảng công khai.", "There is no such apology on the board."));
    }

    /**
     * Number, letter, board entry and event are one insert. Two at once can't take the same number, since it is a unique key, and
     * no number is left out, since it exists only in the apology that bears it.
     *
     * @return the published one, also when it was published before
     * @throws RetryLater if others were always faster
     */
    Apology publish(Draft draft) {
        for (int tried = 0; tried < TRIES; tried++) {
            var there = find(draft.id());
            if (there.isPresent()) {
                return there.get();
            }
            var now = clock.instant();
            var prefix = draft.agency().code() + ":" + site.day(now).getYear() + ":";
            int serial = lastSerial(prefix) + 1;
            try {
                var apology = Apology.publish(
                        draft,
                        ApologyNumber.of(serial, draft.agency().code()),
                        prefix + ("%0" + SERIAL_DIGITS + "d").formatted(serial),
                        now);
                var stored = aggregates.insert(apology, List.of(apology.published()));
                log.info("apology {} published for {}", stored.number(), stored.reference());
                return stored;
            } catch (DuplicateKeyException numberOrApologyTaken) {
                log.debug("somebody else was faster with a number of {}", prefix);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS * 1_000_000L));
            }
        }
        throw new RetryLater("too many apologies of " + draft.agency().code() + " at once");
    }

    /** Adds what finally happened to every apology about it that has no outcome yet. */
    void addOutcome(Subject subject, String subjectId, Apology.Outcome outcome, Received<?> cause) {
        var open = mongo.find(
                query(where("subjectId")
                        .is(subjectId)
                        .and("subject")
                        .is(subject)
                        .and("outcome")
                        .exists(false)),
                Apology.class);
        for (var apology : open) {
            aggregates.apply(
                    apology.with(outcome),
                    List.of(new ApologyOutcomeAdded(apology.id(), apology.reference(), outcome.text(), outcome.at())),
                    cause);
        }
    }

    /** As the same for one that waited for its signature while it happened. */
    Apology addOutcome(String id, Apology.Outcome outcome) {
        while (true) {
            var apology = find(id).orElseThrow(() -> new IllegalStateException("never removed: " + id));
            if (apology.outcome() != null) {
                return apology;
            }
            try {
                return aggregates.update(
                        apology.with(outcome),
                        List.of(new ApologyOutcomeAdded(id, apology.reference(), outcome.text(), outcome.at())));
            } catch (StaleRevisionException changedMeanwhile) {
                log.debug("apology {} changed meanwhile", id);
            }
        }
    }

    Optional<Apology> byCode(String code) {
        return Optional.ofNullable(mongo.findOne(query(where("verification").is(code)), Apology.class));
    }

    /** What stood above an agency in its last letter; empty where it wrote none, or nobody told. */
    Optional<String> superiorOf(String agencyCode) {
        return last(agencyCode + ":").map(Apology::superior);
    }

    Apology correct(Apology apology, Apology.Correction correction) {
        return aggregates.update(apology.with(correction), List.of());
    }

    private int lastSerial(String prefix) {
        return last(prefix)
                .map(last -> Integer.parseInt(last.numberKey().substring(prefix.length())))
                .orElse(0);
    }

    private Optional<Apology> last(String prefix) {
        var query = query(where("numberKey").gte(prefix).lt(prefix.substring(0, prefix.length() - 1) + ";"))
                .with(Sort.by(Sort.Direction.DESC, "numberKey"))
                .limit(1);
        return Optional.ofNullable(mongo.findOne(query, Apology.class));
    }
}
