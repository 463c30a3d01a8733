package vn.congvu.notify.apology;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.notice.Notices;
import vn.congvu.notify.notice.Telling;
import vn.congvu.notify.site.Site;

/**
 * Lets an apology wait for the signature of its head, no longer than the settings say. Deciding is one guarded write; publishing and
 * telling after it have their own marks, so that a crash between, a second replica or a second request change nothing.
 */
@Component
class Signing implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(Signing.class);
    private static final int BATCH = 100;
    private static final int MOST_WAITING = 200;

    private final MongoTemplate mongo;
    private final Apologies apologies;
    private final Notices notices;
    private final SigningSettings settings;
    private final Site site;
    private final Clock clock;

    Signing(
            MongoTemplate mongo,
            Apologies apologies,
            Notices notices,
            SigningSettings settings,
            Site site,
            Clock clock) {
        this.mongo = mongo;
        this.apologies = apologies;
        this.notices = notices;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sweep, settings.every());
    }

    boolean isExpectedOf(String agencyCode) {
        return settings.within(agencyCode).isPositive();
    }

    /** Does nothing when it waits, or went out, already. */
    ToSign await(Draft draft, List<ToSign.Held> messages) {
        var now = clock.instant();
        var waiting = ToSign.waiting(
                draft, messages, now, now.plus(settings.within(draft.agency().code())));
        try {
            return mongo.insert(waiting);
        } catch (DuplicateKeyException there) {
            log.debug("apology {} waits already", draft.id());
            return find(draft.id()).orElse(waiting);
        }
    }

    Optional<ToSign> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ToSign.class));
    }

    /** What an agency's head has before them, the most urgent first. */
    List<ToSign> waitingFor(String agencyCode) {
        return mongo.find(
                query(where("draft.agency.code").is(agencyCode).and("open").is(true))
                        .with(Sort.by("signBy", "_id"))
                        .limit(MOST_WAITING),
                ToSign.class);
    }

    /**
     * Writes the decision if nobody has decided yet.
     *
     * @return empty if somebody else wrote to it first
     */
    Optional<ToSign> decide(ToSign waiting, ToSign.Decision decision) {
        try {
            return Optional.of(mongo.save(waiting.decided(decision)));
        } catch (OptimisticLockingFailureException faster) {
            log.debug("somebody else decided about apology {}", waiting.id());
            return Optional.empty();
        }
    }

    /** Publishes what was decided and tells the person. Repeatable until it succeeded. */
    Apology finish(ToSign decided) {
        var apology = apologies.publish(decided.decidedDraft());
        decided.messages().forEach(message -> notices.tell(told(message, apology)));
        var last = change(decided.id(), ToSign::done);
        var happened = last.outcome();
        return happened == null ? apology : apologies.addOutcome(apology.id(), happened);
    }

    /** An answer may come while the apology for being late still waits: it is shown as soon as that goes out. */
    void keepOutcome(Subject subject, String subjectId, Apology.Outcome outcome) {
        mongo.find(
                        query(where("draft.subjectId")
                                .is(subjectId)
                                .and("draft.subject")
                                .is(subject)),
                        ToSign.class)
                .forEach(waiting -> change(
                        waiting.id(), now -> now.dueAt() == null || now.outcome() != null ? now : now.with(outcome)));
    }

    /** @return how many went out */
    int sweep() {
        var due = mongo.find(
                query(where("dueAt").lte(clock.instant()))
                        .with(Sort.by("dueAt"))
                        .limit(BATCH),
                ToSign.class);
        int out = 0;
        for (var one : due) {
            try {
                var decided = one.decision() == null
                        ? decide(one, ToSign.Decision.timedOut(clock.instant()))
                        : Optional.of(one);
                if (decided.isPresent()) {
                    finish(decided.get());
                    out++;
                }
            } catch (RuntimeException failed) {
                log.error("apology {} could not go out and is tried again", one.id(), failed);
            }
        }
        return out;
    }

    private ToSign change(String id, UnaryOperator<ToSign> change) {
        while (true) {
            var now = find(id).orElseThrow(() -> new IllegalStateException("never removed: " + id));
            var next = change.apply(now);
            try {
                return next == now ? now : mongo.save(next);
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                log.debug("apology {} to sign changed meanwhile", id);
            }
        }
    }

    private Telling told(ToSign.Held message, Apology apology) {
        var values = new HashMap<>(message.values());
        values.put("number", apology.number());
        values.put("letter", site.url(BoardAddresses.letter(apology.id())));
        return new Telling(
                message.cause(),
                message.kind(),
                new Telling.To.Person(message.contactRef(), message.language()),
                message.complaintId(),
                apology.reference(),
                apology.agency(),
                values,
                message.words(),
                message.occurredAt(),
                false,
                apology.id());
    }
}
