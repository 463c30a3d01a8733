package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.ACCEPTED;
import static vn.congvu.cases.casefile.CaseState.HANDED_OVER;
import static vn.congvu.cases.casefile.CaseState.MERGED;
import static vn.congvu.cases.casefile.CaseState.WAITING;
import static vn.congvu.contracts.SlaClock.ACKNOWLEDGE;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.CaseCommand.AnswerWithTarget;
import vn.congvu.cases.casefile.CaseCommand.HandOverWithTarget;
import vn.congvu.cases.casefile.CaseCommand.JoinCase;
import vn.congvu.cases.casefile.CaseCommand.LeaveCase;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.casefile.Dialogue.Before;
import vn.congvu.cases.casefile.Dialogue.Ending;
import vn.congvu.cases.casefile.Dialogue.Link;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseUnmerged;

/** Reports of the same matter: answered together, and apart again where that was a mistake. */
final class Joining {
    private Joining() {}

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
        var before = new Before(c.state, new ArrayList<>(c.watches), c.answers.size());
        c.todo.removeIf(todo -> todo.kind() == Todo.Kind.LEAVE_TARGET);
        c.end(MERGED, Ending.merged(now, command.intoCaseId(), command.intoReference(), before));
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
        var handling = c.handling;
        if (handling != null
                && (command.hiddenFrom().contains(handling.agency().code())
                        || command.hiddenFrom().contains(handling.head().agencyCode()))) {
            return new Refused(Refusal.ACCUSED_WOULD_ANSWER);
        }
        c.joined.add(link);
        c.hiddenFrom.addAll(command.hiddenFrom());
        c.note(
                "Vụ việc " + command.reference() + " trùng nội dung được gộp vào đây.",
                "Case " + command.reference() + " is the same matter and was joined to this one.");
        return c.done();
    }

    /** Back to where it stood. Its clocks never stopped for its reporter: they end when they would have ended. */
    static Decision unmerge(Change c) {
        var ending = c.ending;
        if (ending == null || ending.intoCaseId() == null || ending.intoReference() == null) {
            return new Refused(Refusal.NOT_MERGED);
        }
        if (isAnswered(c)) {
            return new Refused(Refusal.ANSWERED_WITH_OTHER);
        }
        if (c.state == HANDED_OVER) {
            return new Refused(Refusal.HANDED_OVER_WITH_OTHER);
        }
        var before = ending.before();
        if (before == null) {
            return new Refused(Refusal.MERGED_TOO_LONG_AGO);
        }
        c.ending = null;
        c.todo.removeIf(todo -> todo.kind() == Todo.Kind.ASK_TARGET);
        c.state = before.state();
        before.watches().stream().filter(w -> w.clock() != ACKNOWLEDGE).forEach(c::put);
        if (c.state == WAITING) {
            // the question ended with the joining; the agency may ask again
            c.watch(RESOLVE)
                    .filter(Watch::paused)
                    .ifPresent(w -> c.put(c.clocks().resume(w, ending.at())));
            c.state = ACCEPTED;
        }
        var handling = c.handling;
        c.emit(new CaseUnmerged(
                c.id(),
                c.complaintId(),
                c.reference(),
                ending.intoCaseId(),
                ending.intoReference(),
                handling == null ? null : handling.agency(),
                handling != null && handling.acceptedAt() != null,
                c.dueAt(RESOLVE),
                c.now.now(),
                c.report.reporter()));
        c.note(
                "Không cùng nội dung với vụ việc " + ending.intoReference()
                        + ": tách ra, giải quyết riêng; thời hạn vẫn tính từ đầu.",
                "Not the same matter as case " + ending.intoReference()
                        + ": on its own again; its clocks keep their start.");
        c.todo.add(new Todo(Todo.Kind.LEAVE_TARGET, ending.intoCaseId(), c.now.now()));
        Succession.apply(c);
        return c.done();
    }

    static Decision leave(Change c, LeaveCase command) {
        if (!c.joined.remove(new Link(command.caseId(), command.reference()))) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        c.note(
                "Vụ việc " + command.reference() + " được tách ra lại, giải quyết riêng.",
                "Case " + command.reference() + " left and is dealt with on its own again.");
        return c.done();
    }

    static Decision answerWithTarget(Change c, AnswerWithTarget command) {
        if (c.state != MERGED || isAnswered(c)) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        c.answers.add(command.answer());
        c.emit(Working.answered(c, command.answer()));
        c.note("Trả lời cùng vụ việc được gộp vào.", "Answered with the case it was joined to.");
        return c.done();
    }

    /** What becomes of those joined to a case that ends without an answer: nobody is left behind. */
    static void endJoined(Change c, Todo.Kind what) {
        for (Link link : List.copyOf(c.joined)) {
            c.todo.add(new Todo(what, link.caseId(), c.now.now()));
        }
    }

    static Decision handOver(Change c, HandOverWithTarget command) {
        var ending = c.ending;
        if (c.state != MERGED || isAnswered(c) || ending == null) {
            return new Refused(Refusal.NOTHING_TO_DO);
        }
        var now = c.now.now();
        c.state = HANDED_OVER;
        c.ending = new Ending(
                now, ending.intoCaseId(), ending.intoReference(), command.to(), command.advice(), ending.before());
        c.emit(new CaseHandedOver(
                c.id(), c.complaintId(), c.reference(), command.to(), command.advice(), now, c.report.reporter()));
        c.note(
                new Bilingual(
                        "Chuyển " + command.to().vi() + " cùng vụ việc được gộp vào.",
                        "Handed over to " + command.to().en() + " with the case it was joined to."),
                command.advice());
        return c.done();
    }

    /** Who was answered with the case that stays has the same window as its reporter. */
    static @Nullable Refusal refusalToReopen(Change c, Instant requestedAt) {
        if (!isAnswered(c)) {
            return Refusal.NOT_ANSWERED;
        }
        return requestedAt.isAfter(c.answers.getLast().reopenUntil()) ? Refusal.WINDOW_PASSED : null;
    }

    /** The common answer did not settle it for this reporter: whoever gave it deals with this case on its own. */
    static void standAlone(Change c) {
        var now = c.now.now();
        var into = c.ending == null ? null : c.ending.intoCaseId();
        if (into != null) {
            c.todo.removeIf(todo -> todo.kind() == Todo.Kind.ASK_TARGET);
            c.todo.add(new Todo(Todo.Kind.LEAVE_TARGET, into, now));
        }
        c.ending = null;
        var answer = c.answers.getLast();
        var own = c.handling;
        if (own == null || !own.agency().code().equals(answer.agency().code())) {
            c.handling = new Handling(
                    answer.agency(),
                    answer.head(),
                    null,
                    own == null ? List.of() : own.reasons(),
                    own != null && own.conflictOfInterest(),
                    now,
                    null,
                    null);
        }
    }

    /** Whether it was answered since it was joined. */
    private static boolean isAnswered(Change c) {
        var before = c.ending == null ? null : c.ending.before();
        return c.answers.size() > (before == null ? 0 : before.answers());
    }
}
