package vn.congvu.intake.complaint;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Reference;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.platform.problem.Problem;

/**
 * Derives access codes and checks them. An unknown reference and a wrong code are the same answer after the same work; a delay
 * that grows per reference belongs into {@link #open}, the only way in.
 */
@Component
public class AccessCodes {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 1024;
    private static final int ITERATIONS = 1;
    private static final int LONGEST_TYPED = 64;

    private final MongoTemplate mongo;
    private final ServerKey key;
    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);
    private final String nobodysHash;

    AccessCodes(MongoTemplate mongo, ServerKey key) {
        this.mongo = mongo;
        this.key = key;
        this.nobodysHash = hash(AccessCode.of("nobody", key));
    }

    /**
     * The report that this reference and code open.
     *
     * @throws Problem the same for an unknown reference and a wrong code
     */
    public Complaint open(@Nullable String reference, @Nullable String accessCode) {
        var stored = reference == null ? null : hashOf(reference);
        boolean right =
                argon2.matches(plain(accessCode), stored == null ? nobodysHash : stored.getString("accessCodeHash"));
        var complaint = right && stored != null ? mongo.findById(stored.getString("_id"), Complaint.class) : null;
        if (complaint == null) {
            throw new Problem(
                    ComplaintProblems.UNKNOWN_REFERENCE_OR_CODE,
                    new Bilingual(
                            "Mã tra cứu hoặc mã bí mật không đúng. Hãy xem lại từng ký tự trên giấy hẹn hoặc trang xác nhận.",
                            "The reference or the secret code is wrong. Compare every character with your confirmation."));
        }
        return complaint;
    }

    AccessCode of(String ingestKey) {
        return AccessCode.of(ingestKey, key);
    }

    String hash(AccessCode code) {
        var hash = argon2.encode(code.value());
        if (hash == null) {
            throw new IllegalStateException("Argon2 gave no hash");
        }
        return hash;
    }

    /** Only the hash, so that a long report does not take longer to refuse than a short one. */
    private @Nullable Document hashOf(String typed) {
        return Reference.parse(typed.substring(0, Math.min(typed.length(), LONGEST_TYPED)))
                .map(reference -> {
                    var byReference = query(where("reference").is(reference.value()));
                    byReference.fields().include("accessCodeHash");
                    return mongo.findOne(byReference, Document.class, mongo.getCollectionName(Complaint.class));
                })
                .orElse(null);
    }

    private static String plain(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return "none";
        }
        var shortened = typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
        return AccessCode.parse(shortened).map(AccessCode::value).orElse("not a code: " + shortened);
    }
}
