package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.ACCEPTED;
import static vn.congvu.cases.casefile.CaseState.ASSIGNED;
import static vn.congvu.cases.casefile.CaseState.HANDED_OVER;
import static vn.congvu.cases.casefile.CaseState.MERGED;
import static vn.congvu.cases.casefile.CaseState.TRIAGE;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.List;
import vn.congvu.cases.casefile.CaseCommand.AnswerWithTarget;
import vn.congvu.cases.casefile.CaseCommand.FinishTodo;
import vn.congvu.cases.casefile.CaseCommand.ForwardCase;
import vn.congvu.cases.casefile.CaseCommand.HandOverCase;
import vn.congvu.cases.casefile.CaseCommand.JoinCase;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.CaseCommand.SplitCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.casefile.Dialogue.Ending;
import vn.congvu.cases.casefile.Dialogue.Link;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseForwarded;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;

/** Bringing a case to whoever is competent. */
final class Sorting {
    private Sorting() {}

    /** An agency may pass a content on once (NĐ 20/2008, art. 9); what triage assigns is nobody's transfer. */
    static Decision forward(Change c, ForwardCase command) {
        boolean triage = c.state == TRIAGE;
        if (!triage && c.state != ASSIGNED && c.state != ACCEPTED) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var from = c.handling;
        if (!triage && from != null && from.agency().code().equals(command.to().code())) {
            return new Refused(Refusal.SAME_AGENCY);
        }
        var now = c.now.now();
        var report = c.report;
        var conduct = command.misconducts().isEmpty() ? report.misconducts() : command.misconducts();
        var severity = command.severity();
        c.report = report.classified(
                command.kind() == null ? report.kind() : command.kind(),
                conduct,
                severity != null
                        ? severity
                        : conduct.equals(report.misconducts()) ? report.severity() : Severity.of(conduct));
        if (!triage && from != null && c.transfers == 0) {
            c.emit(new CaseForwarded(
                    c.id(), c.complaintId(), c.reference(), from.agency(), command.to(), command.reason(), now));
        }
        c.note(
                triage
                        ? new Bilingual(
                                "Phân loại, giao " + command.to().name() + ".",
                                "Sorted: goes to " + command.to().name() + ".")
                        : new Bilingual(
                                "Không thuộc thẩm quyền, chuyển " + command.to().name() + ".",
                                "Not competent, passed on to " + command.to().name() + "."),
                command.reason());
        if (!triage) {
            c.transfers++;
        }
        switch (command.routing()) {
            case Routing.Assigned assigned -> assign(c, assigned, now);
            case Routing.ToTriage unclear -> sendToTriage(c, unclear.reasons(), now);
        }
        return c.done();
    }

    /** Its clocks start when the head gets it; those of whoever had it before stop. */
    static void assign(Change c, Routing.Assigned routing, Instant from) {
        var now = c.now.now();
        var agency = routing.agency().ref();
        boolean first = c.handling == null && c.state != TRIAGE;
        c.handling =
                new Handling(agency, routing.head(), null, routing.reasons(), routing.conflictOfInterest(), now, null);
        c.hiddenFrom.addAll(routing.hiddenFromAgencies());
        c.state = ASSIGNED;
        if (first) {
            c.start(FORWARD, from);
        } else {
            c.stop(now, FORWARD, ACCEPT, RESOLVE);
        }
        c.start(ACCEPT, from);
        c.start(RESOLVE, from);
        var acceptBy = c.dueAt(ACCEPT);
        c.emit(new CaseAssigned(
                c.id(),
                c.complaintId(),
                c.reference(),
                c.report.kind(),
                c.report.misconducts(),
                agency,
                routing.head(),
                routing.reasons(),
                routing.conflictOfInterest(),
                now,
                acceptBy == null ? c.clocks().wouldEnd(ACCEPT, from) : acceptBy,
                c.dueAt(RESOLVE),
                c.report.reporter()));
        routing.reasons().forEach(reason -> c.note(reason, null));
        c.note(
                "Chuyển đến " + routing.head().title() + ".",
                "Assigned to " + routing.head().title() + ".");
    }

    static void sendToTriage(Change c, List<Bilingual> reasons, Instant from) {
        c.stop(c.now.now(), ACCEPT, RESOLVE, FORWARD);
        c.handling = null;
        c.state = TRIAGE;
        c.start(FORWARD, from);
        c.emit(new CaseSentToTriage(c.id(), c.complaintId(), c.reference(), reasons, c.now.now()));
        reasons.forEach(reason -> c.note(reason, null));
        c.note("Chuyển Sở Nội vụ phân loại.", "Home Affairs decides where it goes.");
    }

    static Decision merge(Change c, MergeCase command) {
        if (!c.state.open()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        if (command.intoCaseId().equals(c.id())) {
            return new Refused(Refusal.SAME_CASE);
        }
        if (!c.joined.isEmpty()) {
            return new Refused(Refusal.HAS_JOINED_CASES);
        }
        var now = c.now.now();
        c.end(MERGED, new Ending(now, command.intoCaseId(), command.intoReference(), null, null));
        c.todo.add(new Todo(Todo.Kind.ASK_TARGET, command.intoCaseId(), now));
        c.emit(new CaseMerged(
                c.id(),
                c.complaintId(),
                c.reference(),
                command.intoCaseId(),
                command.intoReference(),
                now,
                c.report.reporter()));
        c.note(
                "Trùng nội dung, gộp vào vụ việc " + command.intoReference() + ".",
                "The same matter, joined to case " + command.intoReference() + ".");
        return c.done();
    }

    static Decision join(Change c, JoinCase command) {
        if (command.caseId().equals(c.id())) {
            return new Refused(Refusal.SAME_CASE);
        }
        if (!c.state.open()) {
            return new Refused(Refusal.TARGET_NOT_OPEN);
        }
        var link = new Link(command.caseId(), command.reference());
        if (c.joined.contains(link)) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        c.joined.add(link);
        c.note(
                "Vụ việc " + command.reference() + " trùng nội dung được gộp vào đây.",
                "Case " + command.reference() + " is the same matter and was joined to this one.");
        return c.done();
    }

    static Decision answerWithTarget(Change c, AnswerWithTarget command) {
        if (c.state != MERGED || !c.answers.isEmpty()) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        c.answers.add(command.answer());
        c.emit(Working.answered(c, command.answer()));
        c.note("Trả lời cùng vụ việc được gộp vào.", "Answered with the case it was joined to.");
        return c.done();
    }

    static Decision split(Change c, SplitCase command) {
        if (!c.state.open()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        var partId = c.id() + "-" + (c.parts.size() + 2);
        c.parts.add(new Part(partId, command.text(), command.agencyCode(), command.kind(), now));
        c.todo.add(new Todo(Todo.Kind.OPEN_PART, partId, now));
        c.emit(new CaseSplit(c.id(), c.complaintId(), c.reference(), partId, now));
        c.note(
                new Bilingual(
                        "Tách nội dung thứ hai thành vụ việc riêng.", "A second matter became a case of its own."),
                command.text());
        return c.done();
    }

    /** A <i>khiếu nại</i> or <i>tố cáo</i>, or another body's matter: never counted as resolved here. */
    static Decision handOver(Change c, HandOverCase command) {
        if (!c.state.open()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        c.end(HANDED_OVER, new Ending(now, null, null, command.to(), command.advice()));
        c.emit(new CaseHandedOver(
                c.id(), c.complaintId(), c.reference(), command.to(), command.advice(), now, c.report.reporter()));
        c.note(
                new Bilingual(
                        "Chuyển " + command.to().vi() + " theo thẩm quyền.",
                        "Handed over to " + command.to().en() + "."),
                command.advice());
        return c.done();
    }

    static Decision finish(Change c, FinishTodo command) {
        return c.todo.remove(command.todo()) ? c.done() : new Refused(Refusal.NOTHING_TO_DO);
    }
}
