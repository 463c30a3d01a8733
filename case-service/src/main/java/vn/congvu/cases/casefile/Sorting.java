package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.ACCEPTED;
import static vn.congvu.cases.casefile.CaseState.ASSIGNED;
import static vn.congvu.cases.casefile.CaseState.HANDED_OVER;
import static vn.congvu.cases.casefile.CaseState.TRIAGE;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.congvu.cases.casefile.CaseCommand.FinishTodo;
import vn.congvu.cases.casefile.CaseCommand.ForwardCase;
import vn.congvu.cases.casefile.CaseCommand.HandOverCase;
import vn.congvu.cases.casefile.CaseCommand.SplitCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.casefile.Dialogue.Ending;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.routing.Routing;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseForwarded;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;

/** Bringing a case to whoever is competent. */
final class Sorting {
    private static final Bilingual TOO_LATE = new Bilingual(
            "Đã quá 5 ngày làm việc kể từ khi cơ quan nhận, nên Sở Nội vụ quyết định việc chuyển (NĐ 20/2008, điều 9).",
            "More than the 5 working days since the agency got it have passed, so Home Affairs decides (Decree 20/2008,"
                    + " art. 9).");
    private static final Bilingual ACCUSED_DESK = new Bilingual(
            "Phản ánh liên quan lãnh đạo cơ quan phân loại, nên Chủ tịch Ủy ban nhân dân tỉnh giải quyết.",
            "It is about the leaders of the agency that sorts reports, so the chair of the province gets it.");

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
        boolean isTooLate = !triage && isPastCeiling(c);
        var report = c.report;
        var conduct = command.misconducts().isEmpty() ? report.misconducts() : command.misconducts();
        var severity = command.severity();
        c.report = report.classified(
                command.kind() == null ? report.kind() : command.kind(), conduct, severity(command, conduct, report));
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
        switch (isTooLate ? new Routing.ToTriage(List.of(TOO_LATE), List.of()) : command.routing()) {
            case Routing.Assigned assigned -> assign(c, assigned, now);
            case Routing.ToTriage unclear -> sendToTriage(c, unclear, now);
        }
        Corruption.tell(c, report.misconducts());
        return c.done();
    }

    /** Corruption is always grave, whatever else triage thinks of it. */
    private static Severity severity(ForwardCase command, List<Misconduct> conduct, Report report) {
        var asked = command.severity();
        if (Severity.of(conduct) == Severity.HIGH) {
            return Severity.HIGH;
        }
        return asked != null ? asked : conduct.equals(report.misconducts()) ? report.severity() : Severity.of(conduct);
    }

    /** An agency has five working days from when it got the case (NĐ 20/2008, art. 9); later only Home Affairs passes it on. */
    private static boolean isPastCeiling(Change c) {
        var got = c.watch(ACCEPT).map(Watch::startedAt);
        return c.clocks().limit(FORWARD).isPresent()
                && got.filter(from -> c.clocks().wouldEnd(FORWARD, from).isBefore(c.now.now()))
                        .isPresent();
    }

    /** Its clocks start when the head gets it; those of whoever had it before stop. */
    static void assign(Change c, Routing.Assigned routing, Instant from) {
        var now = c.now.now();
        var agency = routing.agency().ref();
        boolean first = c.handling == null && c.state != TRIAGE;
        // an agency that was divided sent it to triage in the midst of its time, which goes on
        boolean goesOn =
                c.state == TRIAGE && c.watch(RESOLVE).filter(Watch::running).isPresent();
        c.handling = new Handling(
                agency, routing.head(), null, routing.reasons(), routing.conflictOfInterest(), now, null, null);
        c.hiddenFrom.addAll(routing.hiddenFromAgencies());
        c.state = ASSIGNED;
        if (first) {
            c.start(FORWARD, from);
        } else {
            c.stop(now, FORWARD, ACCEPT);
        }
        c.start(ACCEPT, from);
        if (!goesOn) {
            c.stop(now, RESOLVE);
            c.start(RESOLVE, from);
        }
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

    static void sendToTriage(Change c, Routing.ToTriage unclear, Instant from) {
        c.hiddenFrom.addAll(unclear.hiddenFromAgencies());
        var reasons = unclear.reasons();
        var chair = insteadOfHomeAffairs(c, reasons);
        if (chair.isPresent()) {
            assign(c, chair.get(), from);
            return;
        }
        c.stop(c.now.now(), ACCEPT, RESOLVE, FORWARD);
        c.handling = null;
        c.state = TRIAGE;
        c.start(FORWARD, from);
        c.emit(new CaseSentToTriage(c.id(), c.complaintId(), c.reference(), reasons, c.now.now()));
        reasons.forEach(reason -> c.note(reason, null));
        c.note("Chuyển Sở Nội vụ phân loại.", "Home Affairs decides where it goes.");
    }

    /** Home Affairs does not sort what it is accused of itself: the chair of the province gets it. */
    private static Optional<Routing.Assigned> insteadOfHomeAffairs(Change c, List<Bilingual> reasons) {
        var view = c.now.directory();
        var desks = view.monitors().stream().map(Office::agencyCode).toList();
        if (desks.isEmpty() || !c.hiddenFrom.containsAll(desks)) {
            return Optional.empty();
        }
        return view.chair()
                .filter(chair -> !c.hiddenFrom.contains(chair.agencyCode()))
                .flatMap(chair -> view.agency(chair.agencyCode()))
                .flatMap(agency -> view.head(agency.code())
                        .map(head -> new Routing.Assigned(
                                agency,
                                head,
                                Stream.concat(reasons.stream(), Stream.of(ACCUSED_DESK))
                                        .toList(),
                                true,
                                c.hiddenFrom)));
    }

    static Decision split(Change c, SplitCase command) {
        if (!c.state.open()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        var now = c.now.now();
        var partId = c.id() + "-" + (c.parts.size() + 2);
        var handling = c.handling;
        var from = command.bySorter() || handling == null
                ? null
                : handling.agency().code();
        c.parts.add(new Part(partId, command.text(), command.agencyCode(), command.kind(), now, from));
        c.todo.add(new Todo(Todo.Kind.OPEN_PART, partId, now));
        c.emit(new CaseSplit(c.id(), c.complaintId(), c.reference(), partId, now));
        c.note(
                new Bilingual(
                        "Tách nội dung thứ hai thành vụ việc riêng.", "A second matter became a case of its own."),
                command.text());
        return c.done();
    }

    /**
     * A <i>khiếu nại</i> or <i>tố cáo</i>, or another body's matter: within the time for forwarding, later by Home Affairs only;
     * never counted as resolved here.
     */
    static Decision handOver(Change c, HandOverCase command) {
        if (!c.state.open()) {
            return new Refused(Refusal.NOT_IN_THIS_STATE);
        }
        if (!command.bySorter() && isPastCeiling(c)) {
            return new Refused(Refusal.TOO_LATE_TO_HAND_OVER);
        }
        var now = c.now.now();
        c.end(HANDED_OVER, Ending.handedOver(now, command.to(), command.advice()));
        Joining.endJoined(c, Todo.Kind.HAND_OVER_MERGED);
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
