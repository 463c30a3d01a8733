package vn.congvu.intake.complaint;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Reference;
import vn.congvu.intake.secret.ClientCodes;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.problem.Problem;

/**
 * Derives access codes and checks them. An unknown reference and a wrong code are the same answer after the same work, and after
 * some of them the next has to wait; a code that can't be one, because its check character does not fit, does not count.
 */
@Component
public class AccessCodes {
    private static final int LONGEST_TYPED = 64;

    private final MongoTemplate mongo;
    private final ServerKey key;
    private final CodeHash hashes;
    private final Guesses guesses;
    private final ClientCodes clients;
    private final String nobodysHash;

    AccessCodes(MongoTemplate mongo, ServerKey key, CodeHash hashes, Guesses guesses, ClientCodes clients) {
        this.mongo = mongo;
        this.key = key;
        this.hashes = hashes;
        this.guesses = guesses;
        this.clients = clients;
        this.nobodysHash = hash(AccessCode.of("nobody", key));
    }

    /**
     * The report that this reference and code open.
     *
     * @param client who asks
     * @throws Problem the same for an unknown reference and a wrong code; another if guesses come too fast
     */
    public Complaint open(@Nullable String typedReference, @Nullable String typedCode, ClientAddress client) {
        var reference = reference(typedReference);
        var code = code(typedCode);
        return switch (guesses.turn(
                clients.code("codes for " + reference.map(Reference::value).orElse(""), client))) {
            case Guesses.Turn.Wait(var left) -> throw tooFast(left);
            case Guesses.Turn.Look look -> {
                var stored = reference.flatMap(this::hashOf);
                boolean right = hashes.matches(
                        code.map(AccessCode::value).orElse("none"),
                        stored.map(found -> found.getString("accessCodeHash")).orElse(nobodysHash));
                var complaint = right && stored.isPresent()
                        ? mongo.findById(stored.get().getString("_id"), Complaint.class)
                        : null;
                if (complaint == null) {
                    code.ifPresent(guess -> guesses.wrong(look));
                    throw wrong();
                }
                guesses.right(look);
                yield complaint;
            }
        };
    }

    AccessCode of(String ingestKey) {
        return AccessCode.of(ingestKey, key);
    }

    String hash(AccessCode code) {
        return hashes.of(code.value());
    }

    /** Only the hash, so that a long report does not take longer to refuse than a short one. */
    private Optional<Document> hashOf(Reference reference) {
        var byReference = query(where("reference").is(reference.value()));
        byReference.fields().include("accessCodeHash");
        return Optional.ofNullable(
                mongo.findOne(byReference, Document.class, mongo.getCollectionName(Complaint.class)));
    }

    private static Optional<Reference> reference(@Nullable String typed) {
        return Optional.ofNullable(typed).map(AccessCodes::shortened).flatMap(Reference::parse);
    }

    private static Optional<AccessCode> code(@Nullable String typed) {
        return Optional.ofNullable(typed).map(AccessCodes::shortened).flatMap(AccessCode::parse);
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
    }

    private static Problem wrong() {
        return new Problem(
                ComplaintProblems.UNKNOWN_REFERENCE_OR_CODE,
                new Bilingual(
                        "Mã tra cứu hoặc mã bí mật không đúng. Hãy xem lại từng ký tự trên giấy hẹn hoặc trang xác nhận.",
                        "The reference or the secret code is wrong. Compare every character with your confirmation."));
    }

    private static Problem tooFast(Duration left) {
        long seconds = Math.max(1, (left.toMillis() + 999) / 1000);
        return new Problem(
                        ComplaintProblems.TOO_MANY_GUESSES,
                        new Bilingual(
                                "Đã nhập sai mã nhiều lần. Hãy chờ " + seconds
                                        + " giây rồi nhập lại; phản ánh của bạn không bị khóa.",
                                "The code was wrong too often. Wait " + seconds
                                        + " seconds and try again; your report is not locked."))
                .with("retryAfterSeconds", seconds);
    }
}
