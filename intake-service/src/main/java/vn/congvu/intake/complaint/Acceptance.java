package vn.congvu.intake.complaint;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.intake.vault.Vault;
import vn.congvu.intake.vault.Vaulted;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.Revision;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.sealing.Sealer;

/** Takes a report in, once: whatever is sent again, by whichever door, finds the one that is there. */
@Component
public class Acceptance {
    private static final Logger log = LoggerFactory.getLogger(Acceptance.class);
    private static final int MOST_REFERENCES_DRAWN = 10;

    private final Aggregates aggregates;
    private final Complaints complaints;
    private final AccessCodes accessCodes;
    private final AnswerDates answerDates;
    private final Vault vault;
    private final Sealer sealer;
    private final Clock clock;
    private final ServerKey.Keyed fingerprints;
    private final SecureRandom random = new SecureRandom();

    Acceptance(
            Aggregates aggregates,
            Complaints complaints,
            AccessCodes accessCodes,
            AnswerDates answerDates,
            Vault vault,
            Sealer sealer,
            Clock clock,
            ServerKey key) {
        this.aggregates = aggregates;
        this.complaints = complaints;
        this.accessCodes = accessCodes;
        this.answerDates = answerDates;
        this.vault = vault;
        this.sealer = sealer;
        this.clock = clock;
        this.fingerprints = key.forPurpose("fingerprints of requests");
    }

    /**
     * Stores a report, or finds it stored.
     *
     * @throws Problem if another report came in under the same key
     */
    public Accepted accept(Submission submission) {
        return accepted(submission)
                .orElseThrow(
                        () -> new Problem(
                                ComplaintProblems.KEY_REUSED,
                                new Bilingual(
                                        "Nội dung khác đã được gửi với cùng khóa Idempotency-Key. Hãy dùng khóa mới cho phản ánh mới.",
                                        "Something else was sent under this Idempotency-Key. Use a new key for a new report.")));
    }

    /** As {@link #accept}; empty if another report came in under the same key. */
    public Optional<Accepted> accepted(Submission submission) {
        var fingerprint = fingerprints.code(submission.channel() + "\u001e"
                + submission.content().canonical() + "\u001e"
                + submission.reporter().canonical());
        // a report sent again is rare, and the unique key tells; but one that is refused must leave nobody in the vault
        boolean isLookedFor = submission.reporter().addsToVault();
        for (int drawn = 0; drawn < MOST_REFERENCES_DRAWN; drawn++) {
            var known = isLookedFor ? complaints.byIngestKey(submission.ingestKey()) : Optional.<Complaint>empty();
            if (known.isPresent()) {
                return known.filter(found -> found.fingerprint().equals(fingerprint))
                        .map(this::withCode);
            }
            try {
                return Optional.of(withCode(insert(submission, fingerprint)));
            } catch (DuplicateKeyException taken) {
                log.debug("the key or the reference is taken: looking");
                isLookedFor = true;
            }
        }
        throw new IllegalStateException("no free reference after " + MOST_REFERENCES_DRAWN + " draws");
    }

    /** The report that came in under this key, with its code. */
    public Optional<Accepted> find(String ingestKey) {
        return complaints.byIngestKey(ingestKey).map(this::withCode);
    }

    private Complaint insert(Submission submission, String fingerprint) {
        var content = submission.content();
        var vaulted = vault.store(submission.ingestKey(), submission.reporter());
        var receivedAt = Optional.ofNullable(submission.receivedAt())
                .orElseGet(clock::instant)
                .truncatedTo(ChronoUnit.MILLIS);
        var complaint = new Complaint(
                Ids.next(),
                Revision.none(),
                submission.ingestKey(),
                fingerprint,
                Reference.random(random).value(),
                accessCodes.hash(accessCodes.of(submission.ingestKey())),
                submission.channel(),
                submission.language(),
                content,
                vaulted.identityRef(),
                vaulted.contactRef(),
                vaulted.reachedBy(),
                receivedAt,
                content.kind() == ComplaintKind.PRAISE
                        ? null
                        : answerDates.expected(receivedAt).orElse(null),
                List.of(),
                List.of(),
                null,
                null,
                null);
        Failpoint.ACCEPT_UNSTORED.pass();
        var stored = aggregates.insert(complaint, List.of(received(complaint, submission, vaulted)));
        Failpoint.ACCEPT_UNANSWERED.pass();
        log.info("report {} received by {}", stored.reference(), stored.channel());
        return stored;
    }

    private ComplaintReceived received(Complaint complaint, Submission submission, Vaulted vaulted) {
        var content = complaint.content();
        var accused = content.accused();
        return new ComplaintReceived(
                complaint.id(),
                complaint.reference(),
                complaint.channel(),
                content.kind(),
                content.misconducts(),
                sealer.seal(content.text()),
                content.agencyCode(),
                sealed(content.agencyWords()),
                content.dossierCode(),
                content.communeCode(),
                content.field(),
                accused == null
                        ? null
                        : new ComplaintReceived.Accused(
                                sealed(accused.name()), sealed(accused.position()), accused.head()),
                content.occurredOn(),
                complaint.receivedAt(),
                new Reporter(complaint.contactRef(), complaint.reachedBy(), complaint.language()),
                complaint.identityRef(),
                submission.acknowledged(),
                submission.suspect(),
                vaulted.samePersonRef());
    }

    private @Nullable SealedText sealed(@Nullable String words) {
        return words == null ? null : sealer.seal(words);
    }

    private Accepted withCode(Complaint complaint) {
        return new Accepted(complaint, accessCodes.of(complaint.ingestKey()).spoken());
    }
}
