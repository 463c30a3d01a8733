package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.ACCEPTED;
import static vn.congvu.cases.casefile.CaseState.ANSWERED;
import static vn.congvu.cases.casefile.CaseState.ASSIGNED;
import static vn.congvu.cases.casefile.CaseState.REOPENED;
import static vn.congvu.cases.casefile.CaseState.WAITING;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.ACKNOWLEDGE;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.REOPEN_WINDOW;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.List;
import vn.congvu.cases.casefile.CaseCommand.AddNote;
import vn.congvu.cases.casefile.CaseCommand.AnswerCase;
import vn.congvu.cases.casefile.CaseCommand.AskCitizen;
import vn.congvu.cases.casefile.CaseCommand.DelegateCase;
import vn.congvu.cases.casefile.CaseCommand.DraftAnswer;
import vn.congvu.cases.casefile.CaseCommand.ExtendCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.casefile.Dialogue.Answer;
import vn.congvu.cases.casefile.Dialogue.Question;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.AnswerDrafted;
import vn.congvu.contracts.cases.CaseAccepted;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseDelegated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.NoteAdded;
import vn.congvu.contracts.cases.QuestionAsked;

/** What a head and an officer do with a case. */
final class Working {
    private Working() {}

    static Decision accept(Change c) {
        if (c.state != ASSIGNED && c.state != REOPENED) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        take(c);
        c.note("Thụ lý giải quyết.", "Accepted.");
        return c.done();
    }

    private static void take(Change c) {
        var now = c.now.now();
        var handling = c.answering().acceptedAt(now);
        c.handling = handling;
        c.state = ACCEPTED;
        c.stop(now, ACCEPT, FORWARD);
        c.emit(new CaseAccepted(c.id(), c.complaintId(), c.reference(), handling.agency(), now, c.dueAt(RESOLVE)));
    }

    static Decision delegate(Change c, DelegateCase command) {
        if (!c.state.withHead()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        if (c.state == ASSIGNED || c.state == REOPENED) {
            take(c);
        }
        var handling = c.answering().delegatedTo(command.officer());
        c.handling = handling;
        c.emit(new CaseDelegated(
                c.id(), c.complaintId(), c.reference(), handling.agency(), command.officer(), c.now.now()));
        c.note(
                "Giao việc cho " + command.officer().title() + "; người đứng đầu vẫn chịu trách nhiệm.",
                "Delegated to " + command.officer().title() + "; the head stays responsible.");
        return c.done();
    }

    /** The wait pauses {@code RESOLVE} for as long, and as often, as the policy allows. */
    static Decision ask(Change c, AskCitizen command) {
        if (c.state != ACCEPTED) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        if (c.questions.size() >= c.now.policy().maxPauses()) {
            return new Refused(Refusal.NO_MORE_PAUSES);
        }
        var resolve = c.watch(RESOLVE);
        if (resolve.filter(w -> w.lateSeconds(now) > 0).isPresent()) {
            return new Refused(Refusal.DEADLINE_PASSED);
        }
        var until = Deadlines.due(now, c.now.policy().maxPause(), c.clocks().calendar(), List.of())
                .dueAt();
        resolve.ifPresent(w -> c.put(w.pause(now, until)));
        c.state = WAITING;
        c.questions.add(new Question(command.questionId(), command.question(), now, until, null));
        c.emit(new QuestionAsked(
                c.id(),
                c.complaintId(),
                c.reference(),
                command.questionId(),
                command.question(),
                now,
                until,
                c.report.reporter()));
        c.note(
                new Bilingual(
                        "Đề nghị người phản ánh bổ sung; thời hạn tạm dừng.",
                        "Asked the reporter for more; the clock stands still."),
                command.question());
        return c.done();
    }

    /** Once, with a reason, before the due time. */
    static Decision extend(Change c, ExtendCase command) {
        if (c.state != ACCEPTED && c.state != ASSIGNED && c.state != REOPENED) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var found = c.watch(RESOLVE);
        if (found.isEmpty()) {
            return new Refused(Refusal.NO_DEADLINE);
        }
        var watch = found.get();
        if (c.extensions >= c.now.policy().maxExtensions()) {
            return new Refused(Refusal.ALREADY_EXTENDED);
        }
        var now = c.now.now();
        if (watch.lateSeconds(now) > 0) {
            return new Refused(Refusal.DEADLINE_PASSED);
        }
        var clocks = c.clocks();
        var furthest = clocks.furthest(watch);
        var until = command.until();
        var zone = clocks.calendar().zone();
        var lastDay = furthest.atZone(zone).toLocalDate();
        var day = until == null ? lastDay : until;
        if (day.isBefore(watch.dueAt().atZone(zone).toLocalDate())) {
            return new Refused(Refusal.NEW_DATE_NOT_LATER);
        }
        if (day.isAfter(lastDay)) {
            return new Refused(Refusal.NEW_DATE_TOO_LATE);
        }
        var extended = clocks.extend(watch, day);
        if (!extended.dueAt().isAfter(watch.dueAt())) {
            return new Refused(Refusal.NEW_DATE_NOT_LATER);
        }
        if (extended.dueAt().isAfter(furthest)) {
            return new Refused(Refusal.NEW_DATE_TOO_LATE);
        }
        c.put(extended);
        c.extensions++;
        c.emit(new CaseExtended(
                c.id(),
                c.complaintId(),
                c.reference(),
                c.answering().agency(),
                c.tellers().responsible(),
                command.reason(),
                now,
                watch.dueAt(),
                extended.dueAt(),
                c.report.reporter(),
                c.report.receivedAt(),
                c.tellers().superiorOf(c.answering().agency())));
        c.note(
                new Bilingual("Gia hạn, xin lỗi người phản ánh.", "Extended, with an apology to the reporter."),
                command.reason());
        return c.done();
    }

    /** Nobody outside the agency hears of it. */
    static Decision draft(Change c, DraftAnswer command) {
        if (c.state != ACCEPTED && c.state != WAITING) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        c.handling = c.answering()
                .drafted(new Draft(
                        command.text(), command.finding(), command.measures(), command.collective(), c.now.by(), now));
        if (command.forTheHead()) {
            c.note("Trình dự thảo trả lời.", "Laid the draft of an answer before the head.");
            c.emit(new AnswerDrafted(
                    c.id(),
                    c.complaintId(),
                    c.reference(),
                    c.answering().agency(),
                    c.tellers().responsible(),
                    now));
        } else {
            c.note("Lưu dự thảo trả lời.", "Kept the draft of an answer.");
        }
        return c.done();
    }

    static Decision answer(Change c, AnswerCase command) {
        if (!c.state.withHead()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        if (c.state == ASSIGNED || c.state == REOPENED) {
            take(c);
        }
        var resolve = c.watch(RESOLVE).map(w -> w.paused() ? c.clocks().resume(w, now) : w);
        resolve.ifPresent(c::put);
        c.closeQuestion(now);
        c.stop(now, RESOLVE, ACKNOWLEDGE);
        c.state = ANSWERED;
        c.start(REOPEN_WINDOW, now);
        var due = resolve.map(Watch::dueAt).orElse(null);
        var from = resolve.map(Watch::startedAt).orElse(c.answering().assignedAt());
        var used = Deadlines.elapsed(
                from, now, c.clocks().calendar(), resolve.map(Watch::pauses).orElse(List.of()));
        Instant until = c.watch(REOPEN_WINDOW).map(Watch::dueAt).orElse(now);
        var answer = new Answer(
                command.answer(),
                command.finding(),
                command.measures(),
                c.answering().agency(),
                c.tellers().responsible(),
                now,
                due,
                resolve.map(w -> w.lateSeconds(now)).orElse(0L),
                used.workingDays(),
                until,
                List.copyOf(command.collective()));
        c.answers.add(answer);
        c.handling = c.answering().drafted(null);
        c.emit(answered(c, answer));
        c.joined.forEach(joined -> c.todo.add(new Todo(Todo.Kind.ANSWER_MERGED, joined.caseId(), now)));
        c.note(
                new Bilingual(
                        answer.lateSeconds() > 0 ? "Trả lời, quá hạn." : "Trả lời, đúng hạn.",
                        answer.lateSeconds() > 0 ? "Answered, late." : "Answered in time."),
                command.answer());
        return c.done();
    }

    static CaseAnswered answered(Change c, Answer answer) {
        return new CaseAnswered(
                c.id(),
                c.complaintId(),
                c.reference(),
                answer.agency(),
                answer.head(),
                answer.text(),
                answer.finding(),
                answer.allMeasures(),
                answer.answeredAt(),
                answer.dueAt(),
                answer.lateSeconds(),
                answer.reopenUntil(),
                c.report.reporter(),
                answer.dueAt() == null
                        ? null
                        : Watch.lateWorkingDays(
                                answer.dueAt(), answer.answeredAt(), c.clocks().calendar()));
    }

    static Decision note(Change c, AddNote command) {
        c.emit(new NoteAdded(c.id(), c.complaintId(), c.reference(), c.now.now()));
        c.note(new Bilingual("Ghi chú nội bộ.", "Internal note."), command.note());
        return c.done();
    }
}
