package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.ACCEPTED;
import static vn.congvu.cases.casefile.CaseState.ANSWERED;
import static vn.congvu.cases.casefile.CaseState.CLOSED;
import static vn.congvu.cases.casefile.CaseState.MERGED;
import static vn.congvu.cases.casefile.CaseState.REOPENED;
import static vn.congvu.cases.casefile.CaseState.TRIAGE;
import static vn.congvu.cases.casefile.CaseState.WAITING;
import static vn.congvu.cases.casefile.CaseState.WITHDRAWN;
import static vn.congvu.contracts.SlaClock.ACKNOWLEDGE;
import static vn.congvu.contracts.SlaClock.REOPEN_WINDOW;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.CaseCommand.AddEvidence;
import vn.congvu.cases.casefile.CaseCommand.CountApology;
import vn.congvu.cases.casefile.CaseCommand.RateAnswer;
import vn.congvu.cases.casefile.CaseCommand.ReceiveMessage;
import vn.congvu.cases.casefile.CaseCommand.ReporterAcknowledged;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.casefile.Dialogue.Ending;
import vn.congvu.cases.routing.Routing;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.ReopeningRefused;

/** What comes from the reporter, and from the services that speak with him. */
final class Listening {
    private Listening() {}

    static Decision message(Change c, ReceiveMessage command) {
        var message = command.message();
        if (c.messages.stream().anyMatch(m -> m.id().equals(message.id()))) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        c.messages.add(message);
        c.note(
                command.part()
                        ? new Bilingual("Bổ sung nội dung phản ánh.", "Added to the report.")
                        : new Bilingual("Nhắn tin về vụ việc.", "Wrote about the case."),
                message.text());
        if (command.part()) {
            c.report = c.report.withPart(message.text());
            c.words.addAll(command.words());
        }
        if (c.state == WAITING) {
            resume(c, c.now.now());
        }
        if (c.state == TRIAGE && command.rerouted() instanceof Routing.Assigned assigned) {
            Sorting.assign(c, assigned, c.now.now());
        }
        return c.done();
    }

    /** The clock goes on: by the reporter's reply, or because the wait ran out at that instant. */
    static void resume(Change c, Instant at) {
        c.watch(RESOLVE).filter(Watch::paused).ifPresent(w -> c.put(c.clocks().resume(w, at)));
        c.closeQuestion(at);
        c.state = ACCEPTED;
        c.emit(new QuestionAnswered(c.id(), c.complaintId(), c.reference(), at, c.dueAt(RESOLVE)));
    }

    static Decision evidence(Change c, AddEvidence command) {
        c.report = c.report.with(command.evidence());
        c.note("Gửi thêm tài liệu, hình ảnh.", "Sent evidence.");
        return c.done();
    }

    /** "Not solved" is shown to Home Affairs. */
    static Decision rate(Change c, RateAnswer command) {
        if (c.answers.isEmpty()) {
            return new Refused(Refusal.NOT_ANSWERED);
        }
        c.rating = command.rating();
        boolean unsolved = command.rating().solved() == Solved.NOT_SOLVED;
        c.note(
                unsolved
                        ? new Bilingual(
                                "Đánh giá: chưa được giải quyết; báo Sở Nội vụ.",
                                "Rated as not solved; Home Affairs is told.")
                        : new Bilingual("Đánh giá kết quả giải quyết.", "Rated the answer."),
                command.rating().words());
        return c.done();
    }

    /** Once, while the window is open. The reporter is told why not; staff see the refusal. */
    static Decision reopen(Change c, SealedText reason, Instant requestedAt, boolean byReporter) {
        var refusal = refusalToReopen(c, requestedAt);
        if (refusal != null) {
            return byReporter ? refuse(c, refusal, reason) : new Refused(refusal);
        }
        var now = c.now.now();
        if (c.state == MERGED) {
            Joining.standAlone(c);
        }
        c.stop(now, REOPEN_WINDOW);
        c.reopenings++;
        c.rating = null;
        c.state = REOPENED;
        c.start(RESOLVE, requestedAt);
        c.emit(new CaseReopened(
                c.id(),
                c.complaintId(),
                c.reference(),
                c.answering().agency(),
                now,
                c.dueAt(RESOLVE),
                c.report.reporter(),
                c.tellers().responsible()));
        c.note(new Bilingual("Mở lại vụ việc.", "Reopened."), reason);
        Succession.apply(c);
        return c.done();
    }

    private static @Nullable Refusal refusalToReopen(Change c, Instant requestedAt) {
        if (c.reopenings > 0) {
            return Refusal.REOPENED_BEFORE;
        }
        if (c.state == MERGED) {
            return Joining.refusalToReopen(c, requestedAt);
        }
        var window = c.watch(REOPEN_WINDOW);
        if (c.answers.isEmpty() || window.isEmpty()) {
            return Refusal.NOT_ANSWERED;
        }
        // a request made in time may be read late
        boolean inTime = !requestedAt.isAfter(window.get().dueAt());
        return (c.state == ANSWERED || c.state == CLOSED) && inTime ? null : Refusal.WINDOW_PASSED;
    }

    private static Decision refuse(Change c, Refusal refusal, SealedText reason) {
        c.emit(new ReopeningRefused(
                c.id(), c.complaintId(), c.reference(), refusal.detail(), c.now.now(), c.report.reporter()));
        c.note(new Bilingual("Yêu cầu mở lại không được chấp nhận.", "Asked for reopening in vain."), reason);
        return c.done();
    }

    static Decision withdraw(Change c, @Nullable SealedText reason) {
        if (!c.state.open()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        c.end(WITHDRAWN, Ending.withdrawn(now, reason));
        Joining.endJoined(c, Dialogue.Todo.Kind.RELEASE_MERGED);
        c.emit(new CaseWithdrawn(c.id(), c.complaintId(), c.reference(), now));
        c.note(new Bilingual("Rút phản ánh.", "Withdrawn."), reason);
        return c.done();
    }

    static Decision acknowledged(Change c, ReporterAcknowledged command) {
        if (c.watch(ACKNOWLEDGE).filter(w -> !w.stopped()).isEmpty()) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        c.stop(command.at(), ACKNOWLEDGE);
        c.note("Đã báo mã tra cứu cho người phản ánh.", "The reporter was told the reference.");
        return c.done();
    }

    static Decision apology(Change c, CountApology command) {
        c.apologies.add(command.publishedAt());
        c.apologisedBy.add(command.agencyCode());
        c.note(
                "Công khai xin lỗi số " + command.number() + ".",
                "Apologised in public, number " + command.number() + ".");
        return c.done();
    }
}
