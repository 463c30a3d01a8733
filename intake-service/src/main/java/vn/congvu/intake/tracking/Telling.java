package vn.congvu.intake.tracking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAccepted;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseForwarded;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.contracts.notify.NoticeFailed;

/** Turns what the other services say into what a reporter reads: plain words, no internal notes, no names of persons. */
final class Telling {
    private static final DateTimeFormatter VIETNAMESE_TIME =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final DateTimeFormatter ENGLISH_TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Telling() {}

    static Progress sentToTriage(Progress before, CaseSentToTriage event) {
        var after = before.change(
                        event.caseId(),
                        part -> new Progress.CaseProgress(part.caseId(), CaseState.IN_TRIAGE, null, part.dueAt()))
                .tell(
                        event.sentAt(),
                        "Cán bộ Sở Nội vụ đang xác định cơ quan phải trả lời.",
                        "An officer of Home Affairs is finding the agency that must answer.");
        for (var reason : event.reasons()) {
            after = after.tell(new Progress.Entry(event.sentAt(), reason, null));
        }
        return after;
    }

    static Progress assigned(Progress before, CaseAssigned event) {
        var after = before.change(
                        event.caseId(),
                        part -> new Progress.CaseProgress(
                                part.caseId(), CaseState.ASSIGNED, event.agency(), event.dueAt()))
                .tell(
                        event.assignedAt(),
                        "Đã chuyển tới " + event.head().title() + " ("
                                + event.agency().name() + ")" + dueVi(event.dueAt()),
                        "Sent to " + event.head().title() + " ("
                                + event.agency().name() + ")" + dueEn(event.dueAt()));
        for (var reason : event.reasons()) {
            after = after.tell(new Progress.Entry(event.assignedAt(), reason, null));
        }
        return event.conflictOfInterest()
                ? after.tell(
                        event.assignedAt(),
                        "Người bị phản ánh là lãnh đạo cơ quan, nên cấp trên trực tiếp trả lời.",
                        "The report is about the agency's own leadership, so the superior answers.")
                : after;
    }

    static Progress accepted(Progress before, CaseAccepted event) {
        return before.change(
                        event.caseId(),
                        part -> new Progress.CaseProgress(
                                part.caseId(),
                                CaseState.ACCEPTED,
                                event.agency(),
                                event.dueAt() == null ? part.dueAt() : event.dueAt()))
                .tell(
                        event.acceptedAt(),
                        event.agency().name() + " đã nhận giải quyết" + dueVi(event.dueAt()),
                        event.agency().name() + " has taken it on" + dueEn(event.dueAt()));
    }

    static Progress forwarded(Progress before, CaseForwarded event) {
        return before.tell(
                event.forwardedAt(),
                event.from().name() + " không có thẩm quyền, đã chuyển tới "
                        + event.to().name() + ".",
                event.from().name() + " is not competent and passed it to "
                        + event.to().name() + ".",
                event.reason());
    }

    static Progress extended(Progress before, CaseExtended event) {
        return before.change(event.caseId(), part -> part.due(event.dueAt()))
                .tell(
                        event.extendedAt(),
                        event.agency().name() + " xin lỗi và xin thêm thời gian" + dueVi(event.dueAt()),
                        event.agency().name() + " apologises and asks for more time" + dueEn(event.dueAt()),
                        event.reason());
    }

    static Progress asked(Progress before, QuestionAsked event) {
        var agency = before.cases().stream()
                .filter(part -> part.caseId().equals(event.caseId()))
                .findFirst()
                .map(Progress.CaseProgress::agency)
                .orElse(null);
        return before.in(event.caseId(), CaseState.WAITING_FOR_REPORTER)
                .with(new Progress.AgencyMessage(event.questionId(), agency, event.question(), event.askedAt(), true))
                .tell(
                        event.askedAt(),
                        "Cơ quan hỏi thêm bạn. Hãy trả lời trước " + VIETNAMESE_TIME.format(event.pausedUntil()) + ".",
                        "The agency asks you something. Please reply before " + ENGLISH_TIME.format(event.pausedUntil())
                                + ".");
    }

    static Progress resumed(Progress before, QuestionAnswered event) {
        return before.change(event.caseId(), part -> part.in(CaseState.ACCEPTED)
                        .due(event.dueAt() == null ? part.dueAt() : event.dueAt()))
                .tell(
                        event.resumedAt(),
                        "Tiếp tục giải quyết" + dueVi(event.dueAt()),
                        "Work goes on" + dueEn(event.dueAt()));
    }

    static Progress answered(Progress before, CaseAnswered event) {
        var after = before.in(event.caseId(), CaseState.ANSWERED)
                .tell(
                        event.answeredAt(),
                        event.agency().name() + " đã trả lời. Bạn có thể đánh giá, hoặc đề nghị xem lại đến "
                                + VIETNAMESE_TIME.format(event.reopenUntil()) + ".",
                        event.agency().name() + " has answered. You may rate it, or ask to reopen until "
                                + ENGLISH_TIME.format(event.reopenUntil()) + ".");
        return before.isOwn(event.caseId())
                ? after.with(new Progress.Answer(
                        event.agency(),
                        event.answer(),
                        event.finding(),
                        event.measures(),
                        event.answeredAt(),
                        event.lateSeconds(),
                        event.reopenUntil()))
                : after.with(new Progress.AgencyMessage(
                        event.caseId(), event.agency(), event.answer(), event.answeredAt(), false));
    }

    static Progress reopened(Progress before, CaseReopened event) {
        return before.change(
                        event.caseId(),
                        part -> new Progress.CaseProgress(
                                part.caseId(), CaseState.ACCEPTED, event.agency(), event.dueAt()))
                .tell(
                        event.reopenedAt(),
                        "Vụ việc được xem lại" + dueVi(event.dueAt()),
                        "The case runs again" + dueEn(event.dueAt()));
    }

    static Progress reopeningRefused(Progress before, ReopeningRefused event) {
        return before.tell(event.refusedAt(), "Không thể xem lại lần này.", "It can't be reopened this time.")
                .tell(new Progress.Entry(event.refusedAt(), event.reason(), null));
    }

    static Progress handedOver(Progress before, CaseHandedOver event) {
        return before.in(event.caseId(), CaseState.HANDED_OVER)
                .tell(
                        event.handedOverAt(),
                        "Việc này thuộc nơi khác giải quyết: " + event.to().vi() + ".",
                        "Another body deals with this: " + event.to().en() + ".",
                        event.advice());
    }

    static Progress merged(Progress before, CaseMerged event) {
        return before.in(event.caseId(), CaseState.MERGED)
                .tell(
                        event.mergedAt(),
                        "Trùng với phản ánh đã có; bạn sẽ được trả lời chung với phản ánh đó.",
                        "Joined with an earlier report; you are answered together with it.");
    }

    static Progress unmerged(Progress before, CaseUnmerged event) {
        var agency = event.agency();
        var state = agency == null ? CaseState.IN_TRIAGE : event.accepted() ? CaseState.ACCEPTED : CaseState.ASSIGNED;
        return before.change(
                        event.caseId(), part -> new Progress.CaseProgress(part.caseId(), state, agency, event.dueAt()))
                .tell(
                        event.unmergedAt(),
                        "Không cùng nội dung với phản ánh kia nên được giải quyết riêng" + dueVi(event.dueAt()),
                        "Not the same matter as the other report, so dealt with on its own again"
                                + dueEn(event.dueAt()));
    }

    /** The state stays; who answers, and perhaps when, is another. */
    static Progress moved(Progress before, CaseMoved event) {
        var after = before.change(
                event.caseId(),
                part -> new Progress.CaseProgress(
                        part.caseId(), part.state(), event.to(), event.dueAt() == null ? part.dueAt() : event.dueAt()));
        for (var reason : event.reasons()) {
            after = after.tell(new Progress.Entry(event.movedAt(), reason, null));
        }
        return after.tell(
                event.movedAt(),
                "Nay do " + event.head().title() + " (" + event.to().name() + ") trả lời" + dueVi(event.dueAt()),
                "Answered from now on by " + event.head().title() + " ("
                        + event.to().name() + ")" + dueEn(event.dueAt()));
    }

    static Progress split(Progress before, CaseSplit event) {
        return before.change(event.partCaseId(), UnaryOperator.identity())
                .tell(
                        event.splitAt(),
                        "Phản ánh có nhiều việc; một phần được tách ra giải quyết riêng.",
                        "The report has several matters; one part is dealt with on its own.");
    }

    static Progress withdrawn(Progress before, CaseWithdrawn event) {
        return before.in(event.caseId(), CaseState.WITHDRAWN)
                .tell(event.withdrawnAt(), "Kết thúc vì bạn đã rút lại.", "Ended because you withdrew it.");
    }

    static Progress closed(Progress before, CaseClosed event) {
        return before.in(event.caseId(), CaseState.CLOSED)
                .tell(event.closedAt(), "Vụ việc đã kết thúc.", "The case is closed.");
    }

    /** Only the date that the reporter was told; agencies' own limits are their matter. */
    static Progress breached(Progress before, DeadlineBreached event) {
        return event.clock() == SlaClock.RESOLVE
                ? before.tell(
                        event.breachedAt(),
                        event.agency().name() + " đã quá hạn trả lời. Cấp trên đã được báo.",
                        event.agency().name() + " missed the date of its answer. Its superior was told.")
                : before;
    }

    static Progress escalated(Progress before, BreachEscalated event) {
        return event.clock() == SlaClock.RESOLVE
                ? before.tell(
                        event.escalatedAt(),
                        "Vẫn chưa trả lời; đã báo lên cấp cao hơn.",
                        "Still no answer; a higher level was told.")
                : before;
    }

    static Progress moved(Progress before, DeadlineMoved event) {
        return event.clock() == SlaClock.RESOLVE
                ? before.change(event.caseId(), part -> part.due(event.dueAt()))
                        .tell(new Progress.Entry(
                                event.movedAt(),
                                new Bilingual(
                                        "Hạn trả lời đổi thành " + VIETNAMESE_TIME.format(event.dueAt()) + ": "
                                                + event.reason().vi(),
                                        "The answer is now due " + ENGLISH_TIME.format(event.dueAt()) + ": "
                                                + event.reason().en()),
                                null))
                : before;
    }

    static Progress apologised(Progress before, ApologyPublished event) {
        return before.with(new Progress.ApologyNotice(
                        event.apologyId(), event.number(), event.agency(), event.cause(), event.publishedAt(), null))
                .tell(
                        event.publishedAt(),
                        event.agency().name() + " đã xin lỗi công khai (số " + event.number() + ").",
                        event.agency().name() + " apologised in public (no. " + event.number() + ").");
    }

    static Progress apologyOutcome(Progress before, ApologyOutcomeAdded event) {
        return before.withOutcome(event.apologyId(), event.outcome());
    }

    static Progress notReached(Progress before, NoticeFailed event) {
        return before.tell(
                event.failedAt(),
                "Chưa nhắn được tin cho bạn; hãy xem tại trang này.",
                "We could not reach you by message; please look here.");
    }

    private static String dueVi(@Nullable Instant dueAt) {
        return dueAt == null ? "." : ", hạn trả lời " + VIETNAMESE_TIME.format(dueAt) + ".";
    }

    private static String dueEn(@Nullable Instant dueAt) {
        return dueAt == null ? "." : ", answer due " + ENGLISH_TIME.format(dueAt) + ".";
    }
}
