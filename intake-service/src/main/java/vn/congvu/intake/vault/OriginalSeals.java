package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.platform.sealing.PublicSealer;

/**
 * Closes files as they were sent, which may show who took them and where: each under a data key of its own, and that key for the
 * custodian alone. A key that is destroyed leaves the file unreadable in every copy.
 */
@Component
public class OriginalSeals {
    private static final int DATA_KEY_BYTES = 32;

    private final MongoTemplate mongo;
    private final PublicSealer custodian;
    private final SecureRandom random = new SecureRandom();

    OriginalSeals(MongoTemplate mongo, VaultSeals seals) {
        this.mongo = mongo;
        this.custodian = seals.forTheCustodian();
    }

    /**
     * The key is there before anything sealed with it is.
     *
     * @param fileId not used before
     */
    public byte[] seal(String complaintId, String fileId, byte[] original) {
        var dataKey = new byte[DATA_KEY_BYTES];
        random.nextBytes(dataKey);
        mongo.insert(new VaultKey(keyOf(fileId), custodian.seal(dataKey, keyOf(fileId)), complaintId));
        try {
            return new AesGcmJce(dataKey).encrypt(original, keyOf(fileId).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /** Nobody reads this file any more. */
    public void forget(String fileId) {
        mongo.remove(query(where("_id").is(keyOf(fileId))), VaultKey.class);
    }

    /** Nobody reads any file of this report as it was sent; the clean copies stay. */
    public void forgetAll(String complaintId) {
        mongo.remove(query(where("complaintId").is(complaintId)), VaultKey.class);
    }

    static String keyOf(String fileId) {
        return "original:" + fileId;
    }
}
