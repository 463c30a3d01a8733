package vn.congvu.platform.audit;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.audit.Verification.Head;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.text.CleanText;

/**
 * The audit trail of this service: append-only, each entry sealed together with the hash of the one before. Handler methods say
 * {@link Audited}; what is decided elsewhere is recorded here.
 */
public final class AuditTrail {
    /** What the first entry stands behind. */
    static final Head BEGINNING = new Head(0, "");

    private static final int LONGEST_DETAIL = 300;
    /** The longest page of a list, each of its rows by reference. */
    private static final int MOST_ABOUT = 250;

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private final String service;
    private final AuditEntries entries;
    private final AuditSeal seal;
    private final AuditVerifier verifier;
    private final Clock clock;
    private final Duration patience;
    /** Held over the write: entries of this process follow each other without asking where the chain ends. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private @Nullable Head end;
    private volatile Head written = BEGINNING;

    AuditTrail(
            String service,
            AuditEntries entries,
            AuditSeal seal,
            AuditVerifier verifier,
            Clock clock,
            Duration patience) {
        this.service = service;
        this.entries = entries;
        this.seal = seal;
        this.verifier = verifier;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Returns when the entry is durable.
     *
     * @param about ids and references, no names and no words of people
     * @param detail short, without personal data
     * @throws Problem 503 if it can't be written: what it is about must then not be shown or done
     */
    public void record(Caller actor, AuditAction action, Outcome outcome, List<String> about, @Nullable String detail) {
        try {
            append(actor, action, outcome, about, detail);
        } catch (DataAccessException | MongoException | ArithmeticException failure) {
            log.error("audit: {} can't be recorded, so it is refused", action.word(), failure);
            throw away();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    /** Newest first. */
    public List<AuditEntry> page(AuditQuery query) {
        return entries.page(query);
    }

    /**
     * Walks the next part of the chain.
     *
     * @param after the last entry of the part before, 0 for the beginning
     * @param known an end that was noted down earlier
     */
    public Verification verify(long after, @Nullable Head known) {
        return verifier.verify(after, Optional.ofNullable(known), written);
    }

    private void append(Caller actor, AuditAction action, Outcome outcome, List<String> about, @Nullable String detail)
            throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            log.error("audit: {} waited too long to be recorded, so it is refused", action.word());
            throw away();
        }
        try {
            while (!next(actor, action, outcome, about, detail)) {
                if (System.nanoTime() > giveUp) {
                    log.error("audit: other replicas were always faster with {}, so it is refused", action.word());
                    throw away();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** @return false if another replica wrote an entry meanwhile */
    private boolean next(
            Caller actor, AuditAction action, Outcome outcome, List<String> about, @Nullable String detail) {
        var before = end == null ? entries.last().map(AuditVerifier::head).orElse(BEGINNING) : end;
        // until the write is answered, nobody knows where the chain ends
        end = null;
        long sequence = Math.incrementExact(before.sequence());
        var entry = new Document("_id", sequence)
                .append("service", service)
                .append("moment", AuditEntries.moment(clock.instant(), sequence))
                .append("actor", actor.subject())
                .append("roles", actor.roles().stream().map(Enum::name).sorted().toList())
                .append("agency", actor.agencyCode())
                .append("action", action.word())
                .append("outcome", outcome.name())
                .append("about", about.stream().distinct().limit(MOST_ABOUT).toList())
                .append("detail", detail == null ? null : CleanText.shorten(CleanText.oneLine(detail), LONGEST_DETAIL))
                .append("previous", before.hash());
        seal.seal(entry);
        try {
            entries.insert(entry);
        } catch (DuplicateKeyException taken) {
            log.debug("audit: {} is taken", sequence);
            return false;
        }
        end = AuditVerifier.head(entry);
        written = end;
        return true;
    }

    private static Problem away() {
        return new Problem(
                Problems.AWAY,
                new Bilingual(
                        "Chưa ghi được nhật ký kiểm tra nên việc này chưa được thực hiện. Hãy thử lại sau ít giây.",
                        "The audit trail can't be written, so this was not done. Try again in a few seconds."));
    }
}
