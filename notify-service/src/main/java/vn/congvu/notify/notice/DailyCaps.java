package vn.congvu.notify.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.sealing.Sealer;

/**
 * Counts the SMS of a day without keeping a number: what is counted is an HMAC of it under a key of that day, and the key lies
 * sealed beside it. A crash after counting and before sending counts one too many, never one too few.
 */
@Component
class DailyCaps {
    static final String COLLECTION = "sms_days";
    private static final String COUNT = "count";
    private static final String KEY = "key";
    private static final int DAYS_KEPT = 7;
    private static final Logger log = LoggerFactory.getLogger(DailyCaps.class);

    private final MongoTemplate mongo;
    private final Sealer sealer;
    private final SmsCapSettings caps;
    private final SecureRandom random = new SecureRandom();

    DailyCaps(MongoTemplate mongo, Sealer sealer, SmsCapSettings caps) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.caps = caps;
    }

    /** Takes one from both caps; else says which is used up. */
    Optional<String> take(LocalDate day, String number) {
        var today = day.toString();
        byte[] key = keyOf(day);
        if (!count(today + ":" + hmac(key, number), caps.perNumber())) {
            log.warn("SMS cap per number ({}) reached on {}: held until tomorrow", caps.perNumber(), today);
            return Optional.of("daily-cap-number");
        }
        if (!count(today, caps.overall())) {
            log.error(
                    "SMS CAP OF THE DAY ({}) REACHED on {}: everything is held until tomorrow", caps.overall(), today);
            return Optional.of("daily-cap");
        }
        return Optional.empty();
    }

    private boolean count(String id, int cap) {
        insertIfAbsent(new Document("_id", id).append(COUNT, 0));
        return mongo.findAndModify(
                        query(where("_id").is(id).and(COUNT).lt(cap)),
                        new Update().inc(COUNT, 1),
                        FindAndModifyOptions.none(),
                        Document.class,
                        COLLECTION)
                != null;
    }

    private byte[] keyOf(LocalDate date) {
        var day = date.toString();
        var there = mongo.findById(day, Document.class, COLLECTION);
        if (there == null) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            insertIfAbsent(new Document("_id", day)
                    .append(COUNT, 0)
                    .append(
                            KEY,
                            sealer.seal(Base64.getEncoder().encodeToString(fresh))
                                    .jwe()));
            mongo.remove(query(where("_id").lt(date.minusDays(DAYS_KEPT).toString())), COLLECTION);
            there = mongo.findById(day, Document.class, COLLECTION);
        }
        if (there == null) {
            throw new IllegalStateException("the count of " + day + " was removed while in use");
        }
        return Base64.getDecoder().decode(sealer.open(new SealedText(there.getString(KEY))));
    }

    private void insertIfAbsent(Document document) {
        try {
            if (mongo.findById(document.getString("_id"), Document.class, COLLECTION) == null) {
                mongo.insert(document, COLLECTION);
            }
        } catch (DuplicateKeyException there) {
            log.debug("{} is counted already", COLLECTION);
        }
    }

    private static String hmac(byte[] key, String number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
