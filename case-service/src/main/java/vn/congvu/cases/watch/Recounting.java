package vn.congvu.cases.watch;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.cases.watch.Recount.Progress;
import vn.congvu.contracts.cases.Subject;

/**
 * Counts open deadlines again when calendar, office hours or policy have changed: in the background, in batches, by one replica
 * at a time. The versions are compared rather than the announcement trusted, so that a change is neither lost by a crash nor done
 * twice.
 */
@Component
class Recounting {
    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 200;

    private final MongoTemplate mongo;
    private final WorkCalendars calendars;
    private final SlaPolicies policies;
    private final List<Recountable<?>> kept;
    private final Sweeper sweeper;
    private final Clock clock;
    /** For leases: the domain's clock may be moved by days while a replica is at work. */
    private final Clock machineClock = Clock.systemUTC();

    Recounting(
            MongoTemplate mongo,
            WorkCalendars calendars,
            SlaPolicies policies,
            List<Recountable<?>> kept,
            Sweeper sweeper,
            Clock clock) {
        this.mongo = mongo;
        this.calendars = calendars;
        this.policies = policies;
        this.kept = kept;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    /** What made the counting necessary. */
    enum Because {
        CALENDAR,
        POLICY
    }

    /** A counting that is done, under way or about to begin. */
    record Run(Subject subject, Because because, long version, Optional<Recount> known) {}

    @Scheduled(fixedDelayString = "${complaints.cases.sweep.recount-interval:5s}")
    void recount() {
        kept.forEach(this::recount);
    }

    /** How far each counting is. */
    List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (Because because : Because.values()) {
            for (Recountable<?> of : kept) {
                var known = mongo.findById(name(of.of(), because), Recount.class);
                runs.add(new Run(of.of(), because, version(because), Optional.ofNullable(known)));
            }
        }
        return runs;
    }

    private <T> void recount(Recountable<T> of) {
        recount(of, Because.CALENDAR, of::byCalendar);
        recount(of, Because.POLICY, of::byPolicy);
    }

    private <T> void recount(Recountable<T> of, Because because, Predicate<T> again) {
        var name = name(of.of(), because);
        long version = version(because);
        var known = mongo.findById(name, Recount.class);
        if (known == null) {
            begin(name, version);
            return;
        }
        if (known.done() >= version) {
            return;
        }
        var claimed = claim(name, version, of);
        while (claimed.isPresent()) {
            claimed = batch(claimed.get(), of, again);
        }
    }

    /** Of policies so many are in force: each that comes into force is one more. */
    private long version(Because because) {
        var now = now();
        return switch (because) {
            case CALENDAR -> calendars.version();
            case POLICY ->
                policies.all().stream()
                        .filter(p -> !p.effectiveFrom().isAfter(now))
                        .count();
        };
    }

    private static String name(Subject subject, Because because) {
        var changed = because.name().toLowerCase(Locale.ROOT);
        return switch (subject) {
            case CASE -> changed;
            case DOSSIER -> "dossiers-" + changed;
        };
    }

    /** What opens from now on counts with the present version; nothing is older. */
    private void begin(String name, long version) {
        try {
            mongo.insert(new Recount(name, version, version, null, Instant.EPOCH, null));
        } catch (DuplicateKeyException another) {
            LOG.debug("another replica began {}", name);
        }
    }

    private Optional<Recount> claim(String name, long version, Recountable<?> of) {
        var now = machineClock.instant();
        var free =
                where("_id").is(name).and("done").lt(version).and("leaseUntil").lte(now);
        var options = FindAndModifyOptions.options().returnNew(true);
        var claimed = mongo.findAndModify(query(free), update("leaseUntil", now.plus(LEASE)), options, Recount.class);
        if (claimed == null || claimed.target() == version) {
            return Optional.ofNullable(claimed);
        }
        var fromTheStart = update("target", version).unset("cursor").set("progress", Progress.begun(of.open(), now()));
        return Optional.ofNullable(
                mongo.findAndModify(query(where("_id").is(name)), fromTheStart, options, Recount.class));
    }

    /** The next batch; empty when all is done or another replica has it. */
    private <T> Optional<Recount> batch(Recount claim, Recountable<T> of, Predicate<T> again) {
        var cursor = claim.cursor();
        var batch = of.openAfter(cursor == null ? "" : cursor, BATCH);
        int moved = sweeper.each(batch, again);
        var so = Objects.requireNonNullElseGet(claim.progress(), () -> Progress.begun(of.open(), now()))
                .after(batch.size(), moved);
        boolean last = batch.size() < BATCH;
        var mine = where("_id").is(claim.id()).and("leaseUntil").is(claim.leaseUntil());
        var next = last
                ? update("done", claim.target())
                        .unset("cursor")
                        .set("leaseUntil", Instant.EPOCH)
                        .set("progress", so.finished(now()))
                : update("cursor", of.id(batch.getLast()))
                        .set("leaseUntil", machineClock.instant().plus(LEASE))
                        .set("progress", so);
        var stored = mongo.findAndModify(
                query(mine), next, FindAndModifyOptions.options().returnNew(true), Recount.class);
        return last ? Optional.empty() : Optional.ofNullable(stored);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
