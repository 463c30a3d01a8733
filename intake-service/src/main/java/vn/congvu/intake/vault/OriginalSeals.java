package vn.congvu.intake.vault;

import static java.util.Objects.requireNonNull;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.congvu.platform.sealing.PublicSealer;

/**
 * Closes files as they were sent, which may show who took them and where: each under a data key of its own, and that key for the
 * custodian alone. A key that is destroyed leaves the file unreadable in every copy.
 */
@Component
public class OriginalSeals {
    private static final int DATA_KEY_BYTES = 32;
    /** A retention that is set shorter takes effect within this time. */
    private static final Duration FIRST_LOOK = Duration.ofDays(30);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final PublicSealer custodian;
    private final CustodianKey key;
    private final SecureRandom random = new SecureRandom();

    /** The key of a file whose time may have come. */
    public record Candidate(String keyId, String complaintId) {}

    OriginalSeals(MongoTemplate mongo, Clock clock, VaultSeals seals, CustodianKey key) {
        this.mongo = mongo;
        this.clock = clock;
        this.custodian = seals.forTheCustodian();
        this.key = key;
    }

    /**
     * The key is there before anything sealed with it is.
     *
     * @param fileId not used before
     */
    public byte[] seal(String complaintId, String fileId, byte[] original) {
        var dataKey = new byte[DATA_KEY_BYTES];
        random.nextBytes(dataKey);
        mongo.insert(new VaultKey(
                keyOf(fileId),
                custodian.seal(dataKey, keyOf(fileId)),
                complaintId,
                clock.instant().plus(FIRST_LOOK)));
        try {
            return new AesGcmJce(dataKey).encrypt(original, keyOf(fileId).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /** Whether the file can still be read, by whoever has the custodian's key. */
    public boolean isKept(String fileId) {
        return mongo.exists(query(where("_id").is(keyOf(fileId))), VaultKey.class);
    }

    /**
     * @return the file as it was sent; empty once its key is destroyed
     * @throws IllegalStateException if the custodian's key is not here
     */
    public Optional<byte[]> open(String fileId, byte[] sealed) {
        return key.open(keyOf(fileId), sealed, keyOf(fileId));
    }

    /** Nobody reads this file any more. */
    public void forget(String fileId) {
        mongo.remove(query(where("_id").is(keyOf(fileId))), VaultKey.class);
    }

    /** Nobody reads any file of this report as it was sent; the clean copies stay. */
    public void forgetAll(String complaintId) {
        mongo.remove(query(where("complaintId").is(complaintId)), VaultKey.class);
    }

    /** Keys to look at now, each handed to one caller for the length of the lease. */
    public List<Candidate> claimDue(int most, Duration lease) {
        var now = clock.instant();
        return mongo.find(query(where("dueAt").lte(now)).with(Sort.by("dueAt")).limit(most), VaultKey.class).stream()
                .flatMap(due -> Optional.ofNullable(mongo.findAndModify(
                                query(where("_id").is(due.id()).and("dueAt").is(due.dueAt())),
                                Update.update("dueAt", now.plus(lease)),
                                VaultKey.class))
                        .stream())
                .map(claimed -> new Candidate(claimed.id(), requireNonNull(claimed.complaintId())))
                .toList();
    }

    public void lookAgain(Candidate candidate, Instant at) {
        mongo.updateFirst(query(where("_id").is(candidate.keyId())), Update.update("dueAt", at), VaultKey.class);
    }

    static String keyOf(String fileId) {
        return "original:" + fileId;
    }
}
