package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.ACCEPTED;
import static vn.congvu.cases.casefile.CaseState.TRIAGE;
import static vn.congvu.cases.casefile.CaseState.WAITING;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.routing.Answering;
import vn.congvu.cases.routing.Routing;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseSentToTriage;

/**
 * An open case follows the directory: a merged agency's case is its successor's, and it is always the head of the day who
 * answers. It stays in its state and its clocks keep their start; asked twice, nothing happens twice.
 */
final class Succession {
    private static final Bilingual BY_DIRECTORY =
            new Bilingual("cơ quan giải quyết đã thay đổi.", "another agency answers.");

    private Succession() {}

    static Decision follow(Change c) {
        return apply(c) ? c.done() : new Refused(Refusal.NOTHING_TO_DO);
    }

    /** @return whether anything changed */
    static boolean apply(Change c) {
        if (!c.state.open()) {
            return false;
        }
        var view = c.now.directory();
        boolean hidden = c.hiddenFrom.addAll(heirs(c.hiddenFrom, view));
        var handling = c.handling;
        if (handling == null) {
            return hidden;
        }
        return switch (Answering.on(view).today(handling.agency().code(), c.hiddenFrom)) {
            case Routing.Assigned to -> move(c, handling, to) || hidden;
            case Routing.ToTriage unclear -> sort(c, handling, unclear);
        };
    }

    /** Whoever took over an agency that must not see the case must not see it either. */
    private static Set<String> heirs(Set<String> hidden, DirectoryView view) {
        var heirs = new TreeSet<String>();
        hidden.forEach(code -> view.known(code).stream()
                .flatMap(a -> view.heirs(a).stream())
                .map(Agency::code)
                .forEach(heirs::add));
        return heirs;
    }

    private static boolean move(Change c, Handling from, Routing.Assigned to) {
        var agency = to.agency().ref();
        boolean sameAgency = agency.equals(from.agency());
        if (sameAgency && to.head().equals(from.head())) {
            return false;
        }
        boolean sameCode = agency.code().equals(from.agency().code());
        boolean sameOffice = to.head().agencyCode().equals(from.head().agencyCode());
        c.handling = new Handling(
                agency,
                to.head(),
                sameCode ? from.officer() : null,
                Stream.concat(from.reasons().stream(), to.reasons().stream()).toList(),
                from.conflictOfInterest() || to.conflictOfInterest(),
                from.assignedAt(),
                from.acceptedAt(),
                sameCode ? from.draft() : null);
        c.hiddenFrom.addAll(to.hiddenFromAgencies());
        to.reasons().forEach(reason -> c.note(reason, null));
        c.note(told(from, agency, to, sameAgency, sameCode), null);
        if (!sameOffice) {
            Ticking.move(c, new MoveDeadlines(BY_DIRECTORY));
        }
        c.emit(new CaseMoved(
                c.id(),
                c.complaintId(),
                c.reference(),
                from.agency(),
                agency,
                to.head(),
                to.reasons(),
                c.dueAt(ACCEPT),
                c.watch(RESOLVE).filter(Watch::running).map(Watch::dueAt).orElse(null),
                c.now.now(),
                c.report.reporter()));
        return true;
    }

    private static Bilingual told(
            Handling from, AgencyRef agency, Routing.Assigned to, boolean sameAgency, boolean sameCode) {
        if (sameAgency) {
            return new Bilingual(
                    "Người giải quyết kể từ hôm nay: " + to.head().title() + " (trước đây: "
                            + from.head().title() + ").",
                    "Who answers from today: " + to.head().title() + " (before: "
                            + from.head().title() + ").");
        }
        return sameCode
                ? new Bilingual(
                        "Cơ quan đổi tên: " + from.agency().name() + " nay là " + agency.name() + ".",
                        "The agency was renamed: " + from.agency().name() + " is now " + agency.name() + ".")
                : new Bilingual(
                        "Chuyển từ " + from.agency().name() + " đến "
                                + to.head().title() + "; thời hạn vẫn tính từ đầu.",
                        "Moved from " + from.agency().name() + " to "
                                + to.head().title() + "; its clocks keep their start.");
    }

    /** Which of several successors it is nobody but a person can say; the time goes on meanwhile. */
    private static boolean sort(Change c, Handling from, Routing.ToTriage unclear) {
        var now = c.now.now();
        if (c.state == WAITING) {
            c.watch(RESOLVE)
                    .filter(Watch::paused)
                    .ifPresent(w -> c.put(c.clocks().resume(w, now)));
            c.closeQuestion(now);
            c.state = ACCEPTED;
        }
        c.hiddenFrom.addAll(unclear.hiddenFromAgencies());
        c.stop(now, ACCEPT);
        c.handling = null;
        c.state = TRIAGE;
        c.start(FORWARD, now);
        var reasons = unclear.reasons().isEmpty() ? List.of(gone(from)) : unclear.reasons();
        c.emit(new CaseSentToTriage(c.id(), c.complaintId(), c.reference(), reasons, now));
        reasons.forEach(reason -> c.note(reason, null));
        unclear.candidates()
                .forEach(candidate ->
                        c.note("Có thể là: " + candidate.name() + ".", "It may be: " + candidate.name() + "."));
        c.note(
                "Chuyển Sở Nội vụ phân loại; thời hạn giải quyết vẫn tính từ đầu.",
                "Home Affairs decides where it goes; the clock of the answer keeps its start.");
        return true;
    }

    private static Bilingual gone(Handling from) {
        return new Bilingual(
                from.agency().name() + " không còn trong danh bạ.",
                from.agency().name() + " is no longer in the directory.");
    }
}
