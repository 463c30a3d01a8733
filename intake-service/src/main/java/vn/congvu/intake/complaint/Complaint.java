package vn.congvu.intake.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Solved;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * A report as it came in, and everything its reporter added since. What the agencies do with it is the case-service's.
 *
 * @param ingestKey what it is known by at the door, unique: {@code web:…}, {@code sms:…}, {@code call:…}, {@code clerk:…}
 * @param fingerprint keyed code of the request, to tell a repetition from another request under the same key
 * @param accessCodeHash Argon2id of the code, which is stored nowhere
 * @param contactRef leads, in the vault, to how the reporter is reached
 * @param expectedAnswerBy as told to the reporter, absent when nobody knew
 */
@Document("complaints")
@TypeAlias("complaint")
public record Complaint(
        @Id String id,
        Revision revision,
        String ingestKey,
        String fingerprint,
        String reference,
        String accessCodeHash,
        Channel channel,
        Language language,
        Content content,
        @Nullable String identityRef,
        @Nullable String contactRef,
        Channel reachedBy,
        Instant receivedAt,
        @Nullable Instant expectedAnswerBy,
        List<Message> messages,
        List<Attachment> attachments,
        @Nullable Rating rating,
        @Nullable Reopening reopening,
        @Nullable Withdrawal withdrawal)
        implements Aggregate {

    /**
     * What it says.
     *
     * @param text clean, NFC
     * @param rawText as it came in
     * @param agencyCode what was typed for the agency, where it can be a code
     * @param agencyWords what was typed for the agency
     */
    public record Content(
            @Nullable ComplaintKind kind,
            List<Misconduct> misconducts,
            String text,
            String rawText,
            @Nullable String agencyCode,
            @Nullable String agencyWords,
            @Nullable String dossierCode,
            @Nullable String communeCode,
            @Nullable String field,
            @Nullable AccusedOfficial accused,
            @Nullable LocalDate occurredOn) {

        /** Words alone, as a text message or a recording brings them. */
        public static Content of(String text, String rawText) {
            return new Content(null, List.of(), text, rawText, null, null, null, null, null, null, null);
        }

        /** The same for two requests that say the same, in whichever Unicode form. */
        String canonical() {
            return Stream.of(
                            kind,
                            misconducts,
                            text,
                            agencyCode,
                            agencyWords,
                            dossierCode,
                            communeCode,
                            field,
                            accused,
                            occurredOn)
                    .map(String::valueOf)
                    .collect(Collectors.joining("\u001f"));
        }
    }

    /** The official complained about. */
    public record AccusedOfficial(
            @Nullable String name, @Nullable String position, boolean head) {}

    /**
     * Something the reporter wrote later.
     *
     * @param messageId of the sending, so that a repetition adds nothing
     * @param part whether it is a further part of the report itself
     */
    public record Message(
            String messageId, Channel channel, String text, String rawText, Instant writtenAt, boolean part) {}

    /** A stored file. */
    public record Attachment(String attachmentId, String mediaType, long bytes, String sha256, Instant addedAt) {}

    /** @param source of the sending that carried it, absent on the page */
    public record Rating(
            Solved solved,
            @Nullable Integer score,
            @Nullable String words,
            Instant ratedAt,
            @Nullable String source) {

        boolean saysTheSameAs(Rating other) {
            return solved == other.solved && Objects.equals(score, other.score) && Objects.equals(words, other.words);
        }
    }

    /** @param answeredAt which answer did not settle it */
    public record Reopening(Instant answeredAt, String reason, Instant requestedAt) {}

    /** The reporter took it back. */
    public record Withdrawal(@Nullable String reason, Instant withdrawnAt) {}

    @Override
    public String correlationId() {
        return reference;
    }

    /** The report with its further parts. */
    public String fullText() {
        return Stream.concat(
                        Stream.of(content.text()),
                        messages.stream().filter(Message::part).map(Message::text))
                .collect(Collectors.joining("\n"));
    }

    /** Whether a sending was taken in before. */
    public boolean hasMessage(String messageId) {
        return messages.stream().anyMatch(message -> message.messageId().equals(messageId));
    }

    Complaint with(Message message) {
        return changed(and(messages, message), attachments, rating, reopening, withdrawal);
    }

    Complaint with(Attachment attachment) {
        return changed(messages, and(attachments, attachment), rating, reopening, withdrawal);
    }

    Complaint with(Rating newRating) {
        return changed(messages, attachments, newRating, reopening, withdrawal);
    }

    Complaint with(Reopening newReopening) {
        return changed(messages, attachments, rating, newReopening, withdrawal);
    }

    Complaint with(Withdrawal newWithdrawal) {
        return changed(messages, attachments, rating, reopening, newWithdrawal);
    }

    private Complaint changed(
            List<Message> newMessages,
            List<Attachment> newAttachments,
            @Nullable Rating newRating,
            @Nullable Reopening newReopening,
            @Nullable Withdrawal newWithdrawal) {
        return new Complaint(
                id,
                revision,
                ingestKey,
                fingerprint,
                reference,
                accessCodeHash,
                channel,
                language,
                content,
                identityRef,
                contactRef,
                reachedBy,
                receivedAt,
                expectedAnswerBy,
                newMessages,
                newAttachments,
                newRating,
                newReopening,
                newWithdrawal);
    }

    private static <T> List<T> and(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
