package vn.congvu.cases.dossier;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.policy.PolicyForesight;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.cases.watch.Recountable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Counts promised dates again, or only tells what that would move. */
@Component
class DossierRecounts implements Recountable<Dossier>, PolicyForesight {
    private static final Logger LOG = LoggerFactory.getLogger(DossierRecounts.class);
    private static final Bilingual TRIED = new Bilingual("xem trước.", "a preview.");

    private final MongoTemplate mongo;
    private final DossierDesk desk;
    private final Aggregates aggregates;
    private final SlaPolicies policies;
    private final WorkCalendars calendars;

    DossierRecounts(
            MongoTemplate mongo,
            DossierDesk desk,
            Aggregates aggregates,
            SlaPolicies policies,
            WorkCalendars calendars) {
        this.mongo = mongo;
        this.desk = desk;
        this.aggregates = aggregates;
        this.policies = policies;
        this.calendars = calendars;
    }

    @Override
    public Subject of() {
        return Subject.DOSSIER;
    }

    @Override
    public long open() {
        return mongo.count(query(where("open").is(true)), Dossier.class);
    }

    @Override
    public List<Dossier> openAfter(String id, int limit) {
        var next = query(where("open").is(true).and("_id").gt(id))
                .with(Sort.by("_id"))
                .limit(limit);
        next.fields().exclude("outbox", "applied");
        return mongo.find(next, Dossier.class);
    }

    @Override
    public String id(Dossier dossier) {
        return dossier.id();
    }

    @Override
    public boolean byCalendar(Dossier dossier) {
        return untilStored(
                dossier, present -> counting(policies.version(present.promise().policy()), present)
                        .again(present, BY_CALENDAR));
    }

    @Override
    public boolean byPolicy(Dossier dossier) {
        return untilStored(dossier, present -> {
            var own = present.promise().policy();
            var holds = policies.holdsFor(own, desk.now());
            return holds.id().equals(own)
                    ? Optional.empty()
                    : counting(holds, present).again(present, BY_POLICY);
        });
    }

    @Override
    public Effect ifCalendarsWere(Function<String, WorkCalendar> then, Duration patience) {
        return effect(
                dossier -> new DossierCounting(
                        desk.now(),
                        policies.version(dossier.promise().policy()),
                        then.apply(dossier.agency().code())),
                patience);
    }

    @Override
    public Effect ifPolicyWere(SlaPolicy policy, Duration patience) {
        return effect(dossier -> counting(policy, dossier), patience);
    }

    private Effect effect(Function<Dossier, DossierCounting> then, Duration patience) {
        return Effect.over(
                this,
                dossier -> then
                        .apply(dossier)
                        .again(dossier, TRIED)
                        .filter(moved -> !moved.dueAt().equals(dossier.dueAt()))
                        .map(moved -> new Move(dossier.id(), SlaClock.PROMISE, dossier.dueAt(), moved.dueAt()))
                        .stream()
                        .toList(),
                patience);
    }

    private DossierCounting counting(SlaPolicy policy, Dossier dossier) {
        return new DossierCounting(
                desk.now(), policy, calendars.of(dossier.agency().code()));
    }

    /** Decided again on what it is by then, when somebody else was faster. */
    private boolean untilStored(Dossier dossier, Function<Dossier, Optional<Dossier>> again) {
        for (var present = dossier; present != null; present = mongo.findById(dossier.id(), Dossier.class)) {
            try {
                return again.apply(present)
                        .map(moved -> aggregates.update(moved, List.of()))
                        .isPresent();
            } catch (StaleRevisionException overtaken) {
                LOG.debug("{} changed while its date was counted again", dossier.id());
            }
        }
        return false;
    }
}
