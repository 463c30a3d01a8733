package vn.congvu.cases.dossier;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.dossier.DossierDecisions.Outcome;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.cases.watch.Sweeper;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;
import vn.congvu.platform.sealing.Sealer;

/** Keeps dossiers: each change and its events in one write. */
@Component
public class DossierDesk {
    /** How often a row that others change at the same moment is decided again. */
    private static final int ATTEMPTS = 5;

    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final SlaPolicies policies;
    private final WorkCalendars calendars;
    private final Directory directory;
    private final Sweeper sweeper;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;

    DossierDesk(
            MongoTemplate mongo,
            Aggregates aggregates,
            SlaPolicies policies,
            WorkCalendars calendars,
            Directory directory,
            Sweeper sweeper,
            Sealer sealer,
            JsonMapper json,
            Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.policies = policies;
        this.calendars = calendars;
        this.directory = directory;
        this.sweeper = sweeper;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate day() {
        return now().atZone(calendars.common().zone()).toLocalDate();
    }

    DirectoryView today() {
        return directory.on(day());
    }

    /** @return whether it changed anything */
    boolean feed(Fed fed) {
        for (int attempt = 1; ; attempt++) {
            try {
                return feedOnce(fed);
            } catch (StaleRevisionException | DuplicateKeyException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /**
     * Feeds many in their order, new ones in one write.
     *
     * @return for each whether it changed anything
     */
    Boolean[] feedAll(List<Fed> all) {
        var changed = new Boolean[all.size()];
        var codes = new HashSet<String>();
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            // what a file tells twice is told one after the other
            if (!codes.add(all.get(i).code())) {
                feedAll(all, from, i, changed);
                codes.clear();
                codes.add(all.get(i).code());
                from = i;
            }
        }
        feedAll(all, from, all.size(), changed);
        return changed;
    }

    private void feedAll(List<Fed> all, int from, int to, Boolean[] changed) {
        var codes = all.subList(from, to).stream().map(Fed::code).toList();
        var known = mongo.find(query(where("_id").in(codes)), Dossier.class).stream()
                .collect(Collectors.toMap(Dossier::id, dossier -> dossier));
        var begun = new ArrayList<Outcome>();
        var others = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            var fed = all.get(i);
            var dossier = known.get(fed.code());
            if (dossier == null) {
                begun.add(begin(fed));
            } else if (same(dossier, open(dossier.applicant()), fed)) {
                changed[i] = false;
            } else {
                others.add(i);
            }
        }
        var taken = aggregates.insertAll(begun.stream()
                .map(o -> new Aggregates.New<>(o.next(), o.events()))
                .toList());
        for (int i = from; i < to; i++) {
            var code = all.get(i).code();
            if (!known.containsKey(code) && taken.contains(code)) {
                others.add(i);
            } else if (!known.containsKey(code)) {
                changed[i] = true;
            }
        }
        sweeper.each(others, i -> changed[i] = feed(all.get(i)));
    }

    private Outcome begin(Fed fed) {
        return decisions(fed.agency(), fed.receivedAt()).begin(fed, seal(fed.applicant()));
    }

    private boolean feedOnce(Fed fed) {
        var known = mongo.findById(fed.code(), Dossier.class);
        if (known == null) {
            var began = begin(fed);
            aggregates.insert(began.next(), began.events());
            return true;
        }
        var applicant = open(known.applicant());
        if (same(known, applicant, fed)) {
            return false;
        }
        // sealing the same words again would look like a change
        var sealed = Objects.equals(applicant, fed.applicant()) ? known.applicant() : seal(fed.applicant());
        store(decisions(known).again(known, fed, sealed));
        return true;
    }

    /** The same promise may come to another moment when the calendar has changed: that is not for the one-stop system to say. */
    private static boolean same(Dossier known, @Nullable Applicant applicant, Fed fed) {
        boolean samePromise = known.promised() == null
                ? fed.dueAt().equals(known.fedDueAt())
                : fed.promised().equals(known.promised());
        return samePromise
                && new Fed(
                                known.id(),
                                known.procedure(),
                                known.field(),
                                known.agency(),
                                known.receivedAt(),
                                fed.dueAt(),
                                fed.promised(),
                                known.finishedAt(),
                                known.state(),
                                known.online(),
                                known.paidOnline(),
                                applicant)
                        .equals(fed);
    }

    /** Changes one that the caller read before. */
    Dossier change(Dossier known, Function<DossierDecisions, Outcome> decide) {
        return store(decide.apply(decisions(known)));
    }

    Optional<Dossier> find(String code, Criteria visible) {
        return Optional.ofNullable(
                mongo.findOne(query(new Criteria().andOperator(where("_id").is(code), visible)), Dossier.class));
    }

    List<Dossier> due(Instant now, int most) {
        var due = query(where("nextDueAt").lte(now)).with(Sort.by("nextDueAt")).limit(most);
        return mongo.find(due, Dossier.class);
    }

    /** Lets happen what has come due; false if another replica was faster or there is nothing. */
    boolean fire(Dossier dossier) {
        try {
            return decisions(dossier).fire(dossier).map(this::store).isPresent();
        } catch (StaleRevisionException faster) {
            return false;
        }
    }

    /** An apology for it stands on the public board. */
    public void countApology(String code, String number, Instant publishedAt, Received<?> cause) {
        var known = mongo.findById(code, Dossier.class);
        if (known == null) {
            throw new IllegalStateException("no dossier " + code);
        }
        var counted = decisions(known).countApology(known, number, publishedAt);
        aggregates.apply(counted.next(), counted.events(), cause);
    }

    /** How to reach the applicant, for the service that sends the message and for nobody else. */
    Optional<Applicant> contact(String contactRef) {
        var code = Dossier.codeOf(contactRef);
        return Optional.ofNullable(code == null ? null : mongo.findById(code, Dossier.class))
                .map(d -> open(d.applicant()));
    }

    SealedText seal(String words) {
        return sealer.seal(words);
    }

    DossierDecisions decisions(Dossier dossier) {
        return new DossierDecisions(
                now(),
                policies.version(dossier.promise().policy()),
                calendars.of(dossier.agency().code()),
                today());
    }

    private DossierDecisions decisions(AgencyRef agency, Instant receivedAt) {
        return new DossierDecisions(now(), policies.inForce(receivedAt), calendars.of(agency.code()), today());
    }

    private Dossier store(Outcome outcome) {
        return aggregates.update(outcome.next(), outcome.events());
    }

    private @Nullable SealedText seal(@Nullable Applicant applicant) {
        return applicant == null ? null : sealer.seal(json.writeValueAsString(applicant));
    }

    private @Nullable Applicant open(@Nullable SealedText sealed) {
        return sealed == null ? null : json.readValue(sealer.open(sealed), Applicant.class);
    }
}
