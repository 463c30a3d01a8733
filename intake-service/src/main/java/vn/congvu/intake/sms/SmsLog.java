package vn.congvu.intake.sms;

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

/** The messages that came in, each once, and what came of them. */
@Component
class SmsLog {
    private static final Logger log = LoggerFactory.getLogger(SmsLog.class);
    private static final int SWEPT_AT_ONCE = 100;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final MongoTemplate mongo;

    SmsLog(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** @return whether it was stored now; the one that is stored already wins */
    boolean record(SmsMessage message) {
        try {
            mongo.insert(message);
            return true;
        } catch (DuplicateKeyException again) {
            log.debug("{} came again", message.key());
            return false;
        }
    }

    SmsMessage get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("message " + key + " is gone"));
    }

    Optional<SmsMessage> find(String key) {
        return Optional.ofNullable(mongo.findById(key, SmsMessage.class));
    }

    /** The first outcome stays; whoever dealt with the message at the same time tells the sender the same. */
    SmsMessage.Outcome settle(String key, SmsMessage.Outcome outcome) {
        var settledNow = mongo.updateFirst(
                                query(where("_id").is(key).and("pending").is(true)),
                                new Update().set("outcome", outcome).set("pending", false),
                                SmsMessage.class)
                        .getMatchedCount()
                == 1;
        var settled = settledNow ? outcome : get(key).outcome();
        return settled == null ? outcome : settled;
    }

    /** Messages that nobody has dealt with in time; each is handed to one caller. */
    List<SmsMessage> claimDue(Instant now, Duration lease) {
        return mongo
                .find(
                        query(where("pending").is(true).and("dueAt").lte(now))
                                .with(Sort.by("pending", "dueAt"))
                                .limit(SWEPT_AT_ONCE),
                        SmsMessage.class)
                .stream()
                .flatMap(due -> claim(due, now, lease).stream())
                .toList();
    }

    private Optional<SmsMessage> claim(SmsMessage due, Instant now, Duration lease) {
        var wait = lease.multipliedBy(1L << Math.min(due.attempts(), 10));
        var until = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id")
                        .is(due.key())
                        .and("pending")
                        .is(true)
                        .and("dueAt")
                        .is(due.dueAt())),
                new Update().set("dueAt", until).inc("attempts", 1),
                FindAndModifyOptions.options().returnNew(true),
                SmsMessage.class));
    }

    Optional<Conversation> conversation(String person) {
        return Optional.ofNullable(mongo.findById(person, Conversation.class));
    }

    /** @return whether the message starts the report; false when another was quicker */
    boolean start(String person, Optional<Conversation> seen, String messageKey) {
        if (seen.isPresent()) {
            return mongo.updateFirst(
                                    query(where("_id")
                                            .is(person)
                                            .and("messageKey")
                                            .is(seen.get().messageKey())),
                                    Update.update("messageKey", messageKey),
                                    Conversation.class)
                            .getMatchedCount()
                    == 1;
        }
        try {
            mongo.insert(new Conversation(person, messageKey));
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }
}
