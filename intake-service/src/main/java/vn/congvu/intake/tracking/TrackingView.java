package vn.congvu.intake.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.TextFirst;

/**
 * What the reporter sees.
 *
 * @param agency that has it now, absent while nobody has
 * @param text the report with its further parts
 * @param identityOpenedCount how often the custodian opened who the reporter is
 * @param textFirst what to send from the phone that was given, to get messages there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackingView(
        @Schema(example = "7K3F9QXM2D") String reference,
        CaseState state,
        Bilingual stateName,
        Channel channel,
        @Nullable ComplaintKind kind,
        String text,
        @Nullable AgencyRef agency,
        Instant receivedAt,
        @Nullable Instant dueAt,
        List<Step> timeline,
        List<Message> messages,
        List<File> attachments,
        @Nullable Answer answer,
        List<Apology> apologies,
        @Nullable Rating rating,
        int identityOpenedCount,
        @Nullable TextFirst textFirst) {

    /** @param words what the agency wrote about it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(Instant at, Bilingual text, @Nullable String words) {}

    enum From {
        REPORTER,
        AGENCY
    }

    /** @param question whether the agency waits for a reply */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            From from,
            @Nullable AgencyRef agency,
            @Nullable Channel channel,
            String text,
            Instant at,
            boolean question) {}

    record File(String id, String mediaType, long bytes, Instant addedAt) {}

    record Answer(
            AgencyRef agency,
            String text,
            Finding finding,
            List<Measure> measures,
            Instant answeredAt,
            boolean late,
            Instant reopenUntil) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Apology(
            String id,
            String number,
            AgencyRef agency,
            ApologyCause cause,
            Instant publishedAt,
            @Nullable Bilingual outcome) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rating(
            Solved solved,
            @Nullable Integer score,
            @Nullable String words,
            Instant ratedAt) {}

    static TrackingView of(
            Complaint complaint,
            Progress progress,
            int identityOpenedCount,
            @Nullable String hotline,
            Function<SealedText, String> open) {
        var own = progress.own();
        var answer = progress.answer();
        var rating = complaint.rating();
        var state =
                complaint.withdrawal() != null && progress.state().isOpen() ? CaseState.WITHDRAWN : progress.state();
        return new TrackingView(
                complaint.reference(),
                state,
                state.words(),
                complaint.channel(),
                complaint.content().kind(),
                complaint.fullText(),
                own.map(Progress.CaseProgress::agency).orElse(null),
                complaint.receivedAt(),
                own.map(Progress.CaseProgress::dueAt).orElse(complaint.expectedAnswerBy()),
                timeline(complaint, progress, open),
                messages(complaint, progress, open),
                complaint.attachments().stream()
                        .map(file -> new File(file.attachmentId(), file.mediaType(), file.bytes(), file.addedAt()))
                        .toList(),
                answer == null
                        ? null
                        : new Answer(
                                answer.agency(),
                                open.apply(answer.words()),
                                answer.finding(),
                                answer.measures(),
                                answer.answeredAt(),
                                answer.lateSeconds() > 0,
                                answer.reopenUntil()),
                progress.apologies().stream()
                        .map(apology -> new Apology(
                                apology.apologyId(),
                                apology.number(),
                                apology.agency(),
                                apology.cause(),
                                apology.publishedAt(),
                                apology.outcome()))
                        .toList(),
                rating == null ? null : new Rating(rating.solved(), rating.score(), rating.words(), rating.ratedAt()),
                identityOpenedCount,
                TextFirst.of(complaint, hotline));
    }

    private static List<Step> timeline(Complaint complaint, Progress progress, Function<SealedText, String> open) {
        var steps = new ArrayList<Step>();
        steps.add(step(complaint.receivedAt(), "Đã tiếp nhận phản ánh của bạn.", "Your report was received."));
        progress.timeline().forEach(entry -> {
            var words = entry.words();
            steps.add(new Step(entry.at(), entry.text(), words == null ? null : open.apply(words)));
        });
        complaint
                .attachments()
                .forEach(file -> steps.add(step(file.addedAt(), "Đã nhận một tệp đính kèm.", "A file was received.")));
        var rating = complaint.rating();
        if (rating != null) {
            steps.add(step(rating.ratedAt(), "Bạn đã đánh giá câu trả lời.", "You rated the answer."));
        }
        var reopening = complaint.reopening();
        if (reopening != null) {
            steps.add(step(reopening.requestedAt(), "Bạn đã đề nghị xem lại.", "You asked to reopen it."));
        }
        var withdrawal = complaint.withdrawal();
        if (withdrawal != null) {
            steps.add(step(withdrawal.withdrawnAt(), "Bạn đã rút lại phản ánh.", "You withdrew the report."));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private static List<Message> messages(Complaint complaint, Progress progress, Function<SealedText, String> open) {
        var asked = progress.messages().stream()
                .map(message -> new Message(
                        From.AGENCY,
                        message.agency(),
                        null,
                        open.apply(message.words()),
                        message.at(),
                        message.question()));
        var written = complaint.messages().stream()
                .filter(message -> !message.part())
                .map(message -> new Message(
                        From.REPORTER, null, message.channel(), message.text(), message.writtenAt(), false));
        return Stream.concat(asked, written)
                .sorted(Comparator.comparing(Message::at))
                .toList();
    }

    private static Step step(Instant at, String vi, String en) {
        return new Step(at, new Bilingual(vi, en), null);
    }
}
