package vn.congvu.cases.casefile;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.outbox.StaleRevisionException;

/**
 * Counts the deadlines of open cases again when calendar, office hours or policy have changed: in the background, in batches, by
 * one replica at a time. The versions are compared rather than the announcement trusted, so that a change is neither lost by a
 * crash nor done twice.
 */
@Component
class Recounting {
    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final String CALENDAR = "calendar";
    private static final String POLICY = "policy";
    private static final Bilingual BY_CALENDAR =
            new Bilingual("lịch làm việc đã thay đổi.", "calendar or office hours changed.");
    private static final Bilingual BY_POLICY =
            new Bilingual("quy định về thời hạn đã thay đổi.", "the policy of limits changed.");

    private final MongoTemplate mongo;
    private final CaseFiles files;
    private final CaseDesk desk;
    private final Surroundings surroundings;
    private final WorkCalendars calendars;
    private final SlaPolicies policies;

    Recounting(
            MongoTemplate mongo,
            CaseFiles files,
            CaseDesk desk,
            Surroundings surroundings,
            WorkCalendars calendars,
            SlaPolicies policies) {
        this.mongo = mongo;
        this.files = files;
        this.desk = desk;
        this.surroundings = surroundings;
        this.calendars = calendars;
        this.policies = policies;
    }

    @Scheduled(fixedDelayString = "${complaints.cases.sweep.recount-interval:5s}")
    void recount() {
        recount(CALENDAR, calendars.version(), this::byCalendar);
        var now = surroundings.now();
        var inForce = policies.all().stream()
                .filter(p -> !p.effectiveFrom().isAfter(now))
                .count();
        recount(POLICY, inForce, this::byPolicy);
    }

    private void recount(String what, long version, Consumer<CaseFile> again) {
        var known = mongo.findById(what, Recount.class);
        if (known == null) {
            begin(what, version);
            return;
        }
        if (known.done() >= version) {
            return;
        }
        var claimed = claim(what, version);
        while (claimed.isPresent()) {
            claimed = batch(claimed.get(), again);
        }
    }

    /** What opens from now on counts with the present version; nothing is older. */
    private void begin(String what, long version) {
        try {
            mongo.insert(new Recount(what, version, version, null, Instant.EPOCH));
        } catch (DuplicateKeyException another) {
            LOG.debug("another replica began {}", what);
        }
    }

    private Optional<Recount> claim(String what, long version) {
        var now = surroundings.now();
        var free =
                where("_id").is(what).and("done").lt(version).and("leaseUntil").lte(now);
        var options = FindAndModifyOptions.options().returnNew(true);
        var claimed = mongo.findAndModify(query(free), update("leaseUntil", now.plus(LEASE)), options, Recount.class);
        if (claimed == null || claimed.target() == version) {
            return Optional.ofNullable(claimed);
        }
        var fromTheStart = update("target", version).unset("cursor");
        return Optional.ofNullable(
                mongo.findAndModify(query(where("_id").is(what)), fromTheStart, options, Recount.class));
    }

    /** The next batch; empty when all is done or another replica has it. */
    private Optional<Recount> batch(Recount claim, Consumer<CaseFile> again) {
        var cursor = claim.cursor();
        var batch = files.openAfter(cursor == null ? "" : cursor, BATCH);
        for (CaseFile file : batch) {
            untilStored(file, again);
        }
        boolean last = batch.size() < BATCH;
        var mine = where("_id").is(claim.id()).and("leaseUntil").is(claim.leaseUntil());
        var next = last
                ? update("done", claim.target()).unset("cursor").set("leaseUntil", Instant.EPOCH)
                : update("cursor", batch.getLast().id())
                        .set("leaseUntil", surroundings.now().plus(LEASE));
        var stored = mongo.findAndModify(
                query(mine), next, FindAndModifyOptions.options().returnNew(true), Recount.class);
        return last ? Optional.empty() : Optional.ofNullable(stored);
    }

    private void byCalendar(CaseFile file) {
        desk.decideNow(file, new MoveDeadlines(BY_CALENDAR));
    }

    private void byPolicy(CaseFile file) {
        var holds = policies.holdsFor(file.policy(), surroundings.now());
        if (!holds.id().equals(file.policy())) {
            desk.decideUnder(surroundings.under(holds, Circumstances.SYSTEM), file, new MoveDeadlines(BY_POLICY));
        }
    }

    /** Decided again on what it is by then, when somebody else was faster. */
    private void untilStored(CaseFile file, Consumer<CaseFile> again) {
        for (var present = Optional.of(file); present.isPresent(); present = files.find(file.id())) {
            try {
                again.accept(present.get());
                return;
            } catch (StaleRevisionException overtaken) {
                LOG.debug("{} changed while its deadlines were counted again", file.id());
            }
        }
    }
}
