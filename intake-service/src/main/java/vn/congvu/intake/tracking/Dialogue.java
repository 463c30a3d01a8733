package vn.congvu.intake.tracking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Solved;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.ComplaintChange;
import vn.congvu.intake.complaint.ComplaintProblems;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.platform.problem.Problem;

/** The reporter's side of the conversation, by whichever door: what may be said at which point of the case. */
@Component
public class Dialogue {
    private final Complaints complaints;
    private final ProgressBook book;
    private final Clock clock;

    Dialogue(Complaints complaints, ProgressBook book, Clock clock) {
        this.complaints = complaints;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Adds what the reporter wrote: a part of the report until an agency has it, a message from then on.
     *
     * @param messageId of the sending, so that a repetition adds nothing
     */
    public Complaint write(Complaint complaint, String messageId, Channel channel, String text, String rawText) {
        if (complaint.hasMessage(messageId)) {
            return complaint;
        }
        var state = progress(complaint).state();
        if (!state.isOpen()) {
            throw notNow(
                    "Vụ việc đã kết thúc. Hãy gửi một phản ánh mới và ghi mã tra cứu này.",
                    "The case has ended. Send a new report that names this reference.");
        }
        return complaints.change(
                complaint.id(),
                new ComplaintChange.AddMessage(messageId, channel, text, rawText, now(), !state.isAssigned()));
    }

    /**
     * Takes the reporter's verdict on the answer.
     *
     * @param score 1 to 5
     */
    public Complaint rate(
            Complaint complaint,
            Solved solved,
            @Nullable Integer score,
            @Nullable String words,
            @Nullable String source) {
        if (progress(complaint).answer() == null) {
            throw notNow(
                    "Chưa có trả lời để đánh giá. Hãy quay lại khi cơ quan đã trả lời.",
                    "There is no answer to rate yet. Come back when the agency has answered.");
        }
        return complaints.change(complaint.id(), new ComplaintChange.Rate(solved, score, words, now(), source));
    }

    /** Asks to look at the case again; the case-service decides whether it is still in time. */
    public Complaint requestReopening(Complaint complaint, String reason) {
        var progress = progress(complaint);
        var answer = progress.answer();
        boolean answered = progress.state() == CaseState.ANSWERED || progress.state() == CaseState.CLOSED;
        if (answer == null || !answered) {
            throw notNow(
                    "Chưa có trả lời, nên chưa thể đề nghị xem lại. Bạn có thể gửi thêm thông tin.",
                    "There is no answer yet, so nothing to reopen. You may add to your report.");
        }
        return complaints.change(
                complaint.id(), new ComplaintChange.RequestReopening(answer.answeredAt(), reason, now()));
    }

    /** Takes the report back. */
    public Complaint withdraw(Complaint complaint, @Nullable String reason) {
        if (complaint.withdrawal() == null && !progress(complaint).state().isOpen()) {
            throw notNow(
                    "Vụ việc đã kết thúc, không cần rút lại.", "The case has ended; there is nothing to withdraw.");
        }
        return complaints.change(complaint.id(), new ComplaintChange.Withdraw(reason, now()));
    }

    private Progress progress(Complaint complaint) {
        return book.of(complaint.id(), complaint.reference());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem notNow(String vi, String en) {
        return new Problem(ComplaintProblems.NOT_POSSIBLE_NOW, new Bilingual(vi, en));
    }
}
