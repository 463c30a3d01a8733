package vn.congvu.notify.apology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;
import vn.congvu.platform.text.Folding;

/**
 * A public apology of an agency (NĐ 61/2018/NĐ-CP, art. 19.9). Published once, never removed: mistakes are corrected beside it,
 * and what finally happened is added. Holds nothing about the person.
 *
 * @param number such as {@code 05/PXL-SNV}
 * @param numberKey agency, year and serial number; a unique index on it is what keeps numbers from being given twice
 * @param searchWords folded words by which the board finds it
 * @param ground of one made by hand
 * @param signed absent where it went out in the agency's name
 * @param verification made of what was published, see {@link VerificationCode}
 * @param superior the agency above it on that day, for the head of the letter; absent where nobody told
 */
@Document("apologies")
@TypeAlias("apology")
record Apology(
        @Id String id,
        Revision revision,
        Subject subject,
        String subjectId,
        @Nullable String complaintId,
        String reference,
        AgencyRef agency,
        ApologyCause cause,
        int miss,
        String signer,
        @Nullable String field,
        @Nullable String procedure,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant newDueAt,
        @Nullable String reason,
        String number,
        String numberKey,
        Instant publishedAt,
        Instant changedAt,
        List<Correction> corrections,
        @Nullable Outcome outcome,
        List<String> searchWords,
        @Nullable ApologyGround ground,
        Draft.@Nullable Signed signed,
        String verification,
        @Nullable String superior)
        implements Aggregate {
    /**
     * A visible correction.
     *
     * @param by the office that made it
     * @param hidesReason the published reason named somebody and is not shown any more
     */
    record Correction(String text, Instant at, String by, boolean hidesReason) {}

    /**
     * @param lateSeconds calendar seconds after the date that was missed; 0 when in time
     * @param lateWorkingDays absent when in time and where nobody counted them
     */
    record Outcome(
            Bilingual text,
            Instant at,
            long lateSeconds,
            @Nullable Integer lateWorkingDays) {}

    static Apology publish(Draft draft, String number, String numberKey, Instant now) {
        return new Apology(
                draft.id(),
                Revision.none(),
                draft.subject(),
                draft.subjectId(),
                draft.complaintId(),
                draft.reference(),
                draft.agency(),
                draft.cause(),
                draft.miss(),
                draft.signer(),
                draft.field(),
                draft.procedure(),
                draft.receivedAt(),
                draft.dueAt(),
                draft.newDueAt(),
                draft.reason(),
                number,
                numberKey,
                now,
                now,
                List.of(),
                null,
                searchWords(draft, number),
                draft.ground(),
                draft.signed(),
                code(draft, number, now),
                draft.superior());
    }

    ApologyPublished published() {
        return new ApologyPublished(
                id, subject, subjectId, complaintId, reference, agency, number, cause, miss, publishedAt);
    }

    @Override
    public String correlationId() {
        return reference;
    }

    Apology with(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return changed(List.copyOf(all), outcome, correction.at());
    }

    Apology with(Outcome added) {
        return changed(corrections, added, added.at());
    }

    boolean repeated() {
        return miss > 1;
    }

    /** The reason as the public may read it. */
    @Nullable
    String shownReason() {
        return corrections.stream().anyMatch(Correction::hidesReason) ? null : reason;
    }

    /** Begun days of delay until the outcome, or until now; absent where nothing was missed. */
    @Nullable
    Long daysLate(Instant now) {
        if (cause != ApologyCause.MISSED_DEADLINE || dueAt == null) {
            return null;
        }
        var late = outcome == null ? Duration.between(dueAt, now) : Duration.ofSeconds(outcome.lateSeconds());
        return begunDays(late.getSeconds());
    }

    static long begunDays(long seconds) {
        return Math.max(1, Math.ceilDiv(seconds, Duration.ofDays(1).getSeconds()));
    }

    private Apology changed(List<Correction> allCorrections, @Nullable Outcome known, Instant at) {
        return new Apology(
                id,
                revision,
                subject,
                subjectId,
                complaintId,
                reference,
                agency,
                cause,
                miss,
                signer,
                field,
                procedure,
                receivedAt,
                dueAt,
                newDueAt,
                reason,
                number,
                numberKey,
                publishedAt,
                at,
                allCorrections,
                known,
                searchWords,
                ground,
                signed,
                verification,
                superior);
    }

    /** Whether the record still says what was published with its code. */
    boolean intact() {
        return verification.equals(computedCode());
    }

    /** The code of what stands here. */
    String computedCode() {
        var draft = new Draft(
                id,
                subject,
                subjectId,
                complaintId,
                reference,
                agency,
                cause,
                miss,
                signer,
                field,
                procedure,
                receivedAt,
                dueAt,
                newDueAt,
                reason,
                ground,
                signed,
                superior);
        return code(draft, number, publishedAt);
    }

    private static String code(Draft draft, String number, Instant publishedAt) {
        var signed = draft.signed();
        return VerificationCode.of(
                draft.id(),
                number,
                draft.agency().code(),
                draft.subject(),
                draft.reference(),
                draft.cause(),
                draft.miss(),
                draft.signer(),
                signed == null ? null : signed.name(),
                draft.procedure(),
                millis(draft.receivedAt()),
                millis(draft.dueAt()),
                millis(draft.newDueAt()),
                draft.ground(),
                draft.reason(),
                millis(publishedAt));
    }

    /** As exact as the database keeps it. */
    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /** Without the reason, which a correction may hide. */
    private static List<String> searchWords(Draft draft, String number) {
        var words = new TreeSet<String>();
        var spoken = Reference.parse(draft.reference()).map(Reference::spoken).orElse("");
        Stream.of(
                        draft.reference(),
                        spoken,
                        draft.agency().name(),
                        draft.agency().code(),
                        number)
                .forEach(text -> words.addAll(wordsOf(text)));
        Stream.of(Optional.ofNullable(draft.field()), Optional.ofNullable(draft.procedure()))
                .flatMap(Optional::stream)
                .forEach(text -> words.addAll(wordsOf(text)));
        return List.copyOf(words);
    }

    static List<String> wordsOf(String text) {
        return Stream.of(Folding.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
