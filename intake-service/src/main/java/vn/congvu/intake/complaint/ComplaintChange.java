package vn.congvu.intake.complaint;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintWithdrawn;
import vn.congvu.contracts.intake.EvidenceAdded;
import vn.congvu.contracts.intake.ReopeningRequested;

/** What a reporter may do to their report after it was received. Said twice, each has one effect. */
public sealed interface ComplaintChange {
    /** More than anybody writes by hand; keeps the document far below what the database can hold. */
    int MOST_MESSAGES = 500;

    int MOST_ATTACHMENTS = 10;

    /** @param messageId of the sending: the same adds nothing */
    record AddMessage(String messageId, Channel channel, String text, String rawText, Instant writtenAt, boolean part)
            implements ComplaintChange {}

    /** @param bySomebody a person chose the file, so that the limit counts; a recording is always kept */
    record AddAttachment(Complaint.Attachment attachment, boolean bySomebody) implements ComplaintChange {}

    /** @param source of the sending that carried it */
    record Rate(
            Solved solved,
            @Nullable Integer score,
            @Nullable String words,
            Instant at,
            @Nullable String source) implements ComplaintChange {}

    /** @param answeredAt which answer did not settle it; asked once for each */
    record RequestReopening(Instant answeredAt, String reason, Instant at) implements ComplaintChange {}

    record Withdraw(@Nullable String reason, Instant at) implements ComplaintChange {}

    /** What comes of it. */
    sealed interface Decision {
        record Changed(Complaint complaint, Event event) implements Decision {}

        /** It was so already. */
        record Unchanged() implements Decision {}

        record Refused(Bilingual reason) implements Decision {}
    }

    /** Decides, touching nothing. */
    static Decision decide(Complaint complaint, ComplaintChange change, Function<String, SealedText> seal) {
        return switch (change) {
            case AddMessage message -> addMessage(complaint, message, seal);
            case AddAttachment added -> addAttachment(complaint, added);
            case Rate rate -> rate(complaint, rate, seal);
            case RequestReopening request -> requestReopening(complaint, request, seal);
            case Withdraw withdraw -> withdraw(complaint, withdraw, seal);
        };
    }

    private static Decision addMessage(Complaint complaint, AddMessage added, Function<String, SealedText> seal) {
        if (complaint.hasMessage(added.messageId())) {
            return new Decision.Unchanged();
        }
        if (complaint.withdrawal() != null) {
            return withdrawn();
        }
        if (complaint.messages().size() >= MOST_MESSAGES) {
            return new Decision.Refused(new Bilingual(
                    "Phản ánh này đã có quá nhiều tin bổ sung. Hãy gửi một phản ánh mới và ghi mã tra cứu này.",
                    "This report has too many messages. Send a new report that names this reference."));
        }
        var message = new Complaint.Message(
                added.messageId(), added.channel(), added.text(), added.rawText(), added.writtenAt(), added.part());
        return new Decision.Changed(
                complaint.with(message),
                new ComplaintMessageAdded(
                        complaint.id(),
                        complaint.reference(),
                        message.messageId(),
                        message.channel(),
                        seal.apply(message.text()),
                        message.writtenAt(),
                        message.part()));
    }

    private static Decision addAttachment(Complaint complaint, AddAttachment added) {
        var attachment = added.attachment();
        if (complaint.attachments().stream().anyMatch(stored -> stored.sha256().equals(attachment.sha256()))) {
            return new Decision.Unchanged();
        }
        if (added.bySomebody() && complaint.withdrawal() != null) {
            return withdrawn();
        }
        if (added.bySomebody() && complaint.attachments().size() >= MOST_ATTACHMENTS) {
            return new Decision.Refused(new Bilingual(
                    "Mỗi phản ánh nhận tối đa " + MOST_ATTACHMENTS
                            + " tệp. Hãy gộp ảnh vào một tệp PDF hoặc gửi phản ánh mới.",
                    "A report takes at most " + MOST_ATTACHMENTS
                            + " files. Join pictures in one PDF, or send a new report."));
        }
        return new Decision.Changed(
                complaint.with(attachment),
                new EvidenceAdded(
                        complaint.id(),
                        complaint.reference(),
                        attachment.attachmentId(),
                        attachment.mediaType(),
                        attachment.bytes(),
                        attachment.addedAt()));
    }

    private static Decision rate(Complaint complaint, Rate rate, Function<String, SealedText> seal) {
        var rating = new Complaint.Rating(rate.solved(), rate.score(), rate.words(), rate.at(), rate.source());
        var before = complaint.rating();
        if (before != null && before.saysTheSameAs(rating)) {
            return new Decision.Unchanged();
        }
        return new Decision.Changed(
                complaint.with(rating),
                new ComplaintRated(
                        complaint.id(),
                        complaint.reference(),
                        rating.solved(),
                        rating.score(),
                        sealed(rating.words(), seal),
                        rating.ratedAt()));
    }

    private static Decision requestReopening(
            Complaint complaint, RequestReopening request, Function<String, SealedText> seal) {
        var before = complaint.reopening();
        if (before != null && before.answeredAt().equals(request.answeredAt())) {
            return new Decision.Unchanged();
        }
        if (complaint.withdrawal() != null) {
            return withdrawn();
        }
        return new Decision.Changed(
                complaint.with(new Complaint.Reopening(request.answeredAt(), request.reason(), request.at())),
                new ReopeningRequested(
                        complaint.id(), complaint.reference(), seal.apply(request.reason()), request.at()));
    }

    private static Decision withdraw(Complaint complaint, Withdraw withdraw, Function<String, SealedText> seal) {
        return complaint.withdrawal() != null
                ? new Decision.Unchanged()
                : new Decision.Changed(
                        complaint.with(new Complaint.Withdrawal(withdraw.reason(), withdraw.at())),
                        new ComplaintWithdrawn(
                                complaint.id(), complaint.reference(), sealed(withdraw.reason(), seal), withdraw.at()));
    }

    private static Decision withdrawn() {
        return new Decision.Refused(new Bilingual(
                "Phản ánh này đã được rút lại. Hãy gửi một phản ánh mới.",
                "This report was withdrawn. Send a new one."));
    }

    private static @Nullable SealedText sealed(@Nullable String words, Function<String, SealedText> seal) {
        return words == null ? null : seal.apply(words);
    }
}
