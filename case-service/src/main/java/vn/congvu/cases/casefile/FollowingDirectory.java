package vn.congvu.cases.casefile;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseCommand.FollowDirectory;
import vn.congvu.cases.directory.Directory;
import vn.congvu.platform.outbox.StaleRevisionException;

/**
 * Brings open cases to where the directory of the day says: when it was changed, and at every new day. In the background, in
 * batches, by one replica at a time. Editions are compared rather than an announcement trusted, so a change is neither lost by a
 * crash nor done twice: a case that is where it belongs stays as it is.
 */
@Component
class FollowingDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(FollowingDirectory.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final FindAndModifyOptions NEW =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;
    private final CaseFiles files;
    private final CaseDesk desk;
    private final Surroundings surroundings;
    private final Directory directory;
    /** For leases: the domain's clock may be moved by days while a replica is at work. */
    private final Clock machineClock = Clock.systemUTC();

    FollowingDirectory(
            MongoTemplate mongo, CaseFiles files, CaseDesk desk, Surroundings surroundings, Directory directory) {
        this.mongo = mongo;
        this.files = files;
        this.desk = desk;
        this.surroundings = surroundings;
        this.directory = directory;
    }

    @Scheduled(fixedDelayString = "${complaints.cases.sweep.directory-interval:5s}")
    void follow() {
        long edition = directory.edition(surroundings.date());
        var known = mongo.findById(DirectoryPass.ID, DirectoryPass.class);
        if (known == null) {
            begin();
        } else if (known.done() >= edition) {
            return;
        }
        var claimed = claim(edition);
        while (claimed.isPresent()) {
            claimed = batch(claimed.get());
        }
    }

    private void begin() {
        try {
            mongo.insert(DirectoryPass.none());
        } catch (DuplicateKeyException another) {
            LOG.debug("another replica began to follow the directory");
        }
    }

    /** From the beginning where the directory changed once more meanwhile. */
    private Optional<DirectoryPass> claim(long edition) {
        var now = machineClock.instant();
        var free = where("_id")
                .is(DirectoryPass.ID)
                .and("done")
                .lt(edition)
                .and("leaseUntil")
                .lte(now);
        var claimed = mongo.findAndModify(query(free), update("leaseUntil", now.plus(LEASE)), NEW, DirectoryPass.class);
        if (claimed == null || claimed.target() == edition) {
            return Optional.ofNullable(claimed);
        }
        var again = update("target", edition)
                .unset("cursor")
                .set("looked", 0L)
                .set("moved", 0L)
                .set("leaseUntil", claimed.leaseUntil());
        return Optional.ofNullable(mongo.findAndModify(mine(claimed), again, NEW, DirectoryPass.class));
    }

    /** The next batch; empty when all is done or another replica has it. */
    private Optional<DirectoryPass> batch(DirectoryPass claim) {
        var cursor = claim.cursor();
        var batch = files.openAfter(cursor == null ? "" : cursor, BATCH);
        long moved = batch.stream().filter(this::untilStored).count();
        boolean last = batch.size() < BATCH;
        var next = new Update().inc("looked", (long) batch.size()).inc("moved", moved);
        if (last) {
            next.set("done", claim.target()).unset("cursor").set("leaseUntil", Instant.EPOCH);
        } else {
            next.set("cursor", batch.getLast().id())
                    .set("leaseUntil", machineClock.instant().plus(LEASE));
        }
        var stored = mongo.findAndModify(mine(claim), next, NEW, DirectoryPass.class);
        if (last && stored != null && stored.moved() > 0) {
            LOG.info("{} of {} open cases followed the directory", stored.moved(), stored.looked());
        }
        return last ? Optional.empty() : Optional.ofNullable(stored);
    }

    private static Query mine(DirectoryPass claim) {
        return query(where("_id").is(claim.id()).and("leaseUntil").is(claim.leaseUntil()));
    }

    /** Decided again on what it is by then, when somebody else was faster. */
    private boolean untilStored(CaseFile file) {
        for (var present = Optional.of(file); present.isPresent(); present = files.find(file.id())) {
            try {
                return desk.decideNow(present.get(), new FollowDirectory()).isPresent();
            } catch (StaleRevisionException overtaken) {
                LOG.debug("{} changed while it followed the directory", file.id());
            }
        }
        return false;
    }
}
