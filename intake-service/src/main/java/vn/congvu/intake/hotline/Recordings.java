package vn.congvu.intake.hotline;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The calls, and the recordings that are fetched for them. */
@Component
class Recordings {
    private static final Logger log = LoggerFactory.getLogger(Recordings.class);
    private static final int FETCHED_AT_ONCE = 20;

    private final MongoTemplate mongo;

    Recordings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void note(HotlineCall call) {
        try {
            mongo.insert(call);
        } catch (DuplicateKeyException again) {
            log.debug("call {} was noted before", call.callSid());
        }
    }

    void note(String callSid, String note) {
        mongo.updateFirst(query(where("_id").is(callSid)), Update.update("note", note), HotlineCall.class);
    }

    Optional<HotlineCall> call(String callSid) {
        return Optional.ofNullable(mongo.findById(callSid, HotlineCall.class));
    }

    /** Stores the intent to fetch, once. */
    void intend(Recording recording) {
        try {
            mongo.insert(recording);
        } catch (DuplicateKeyException again) {
            log.debug("recording {} was announced before", recording.recordingSid());
        }
    }

    Recording get(String recordingSid) {
        return Optional.ofNullable(mongo.findById(recordingSid, Recording.class))
                .orElseThrow();
    }

    /** Those to fetch now; each is handed to one caller for the length of the lease. */
    List<Recording> claimDue(Instant now, Duration lease) {
        return mongo
                .find(
                        query(where("state")
                                        .is(Recording.State.PENDING)
                                        .and("dueAt")
                                        .lte(now))
                                .with(Sort.by("state", "dueAt"))
                                .limit(FETCHED_AT_ONCE),
                        Recording.class)
                .stream()
                .flatMap(due -> Optional.ofNullable(mongo.findAndModify(
                                query(where("_id")
                                        .is(due.recordingSid())
                                        .and("state")
                                        .is(Recording.State.PENDING)
                                        .and("dueAt")
                                        .is(due.dueAt())),
                                new Update().set("dueAt", now.plus(lease)).inc("attempts", 1),
                                FindAndModifyOptions.options().returnNew(true),
                                Recording.class))
                        .stream())
                .toList();
    }

    void tryAgainAt(String recordingSid, Instant dueAt) {
        mongo.updateFirst(query(where("_id").is(recordingSid)), Update.update("dueAt", dueAt), Recording.class);
    }

    void finish(String recordingSid, Recording.State state) {
        mongo.updateFirst(query(where("_id").is(recordingSid)), Update.update("state", state), Recording.class);
    }
}
