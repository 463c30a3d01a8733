package vn.congvu.cases.casefile;

import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.deadline.PlainWords;
import vn.congvu.cases.watch.Step;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.Subject;

/** What the clocks of a case ask for. */
final class Ticking {
    private Ticking() {}

    /** Everything that has come due, in the order of its instants, however long nobody looked. */
    static Decision fire(Change c) {
        boolean fired = false;
        for (var next = next(c); next.isPresent(); next = next(c)) {
            fired = true;
            var watch = next.get();
            if (watch.paused()) {
                Listening.resume(c, Objects.requireNonNull(watch.pausedUntil()));
                c.note(
                        "Hết thời gian chờ người phản ánh; thời hạn tiếp tục tính.",
                        "The wait for the reporter is over; the clock goes on.");
                continue;
            }
            var result = watch.fire(c.now.now(), c.now.calendar(c.handling));
            c.put(result.watch());
            result.announce().forEach(step -> announce(c, result.watch(), step));
        }
        return fired ? c.done() : new Refused(Refusal.NOTHING_TO_DO);
    }

    /** Whether a deadline has passed that nobody announced yet. */
    static boolean isMissed(CaseFile file, Instant now) {
        return file.watches().stream().anyMatch(watch -> watch.missed(now));
    }

    private static Optional<Watch> next(Change c) {
        return c.watches.stream()
                .filter(w -> {
                    var at = w.nextAt();
                    return at != null && !at.isAfter(c.now.now());
                })
                .min(Comparator.comparing(w -> Objects.requireNonNull(w.nextAt())));
    }

    private static void announce(Change c, Watch watch, Step step) {
        switch (step.kind()) {
            case WARNING -> warn(c, watch, step.number());
            case BREACH -> breach(c, watch);
            case LADDER -> escalate(c, watch, step.number());
            case END -> close(c);
        }
    }

    private static void warn(Change c, Watch watch, int percent) {
        var tellers = c.tellers();
        c.emit(new DeadlineWarned(
                Subject.CASE,
                c.id(),
                c.complaintId(),
                c.reference(),
                watch.clock(),
                percent,
                tellers.agency(),
                watch.dueAt(),
                c.now.now(),
                tellers.warned(percent)));
        var name = ClockNames.of(watch.clock());
        c.note("Nhắc: đã qua " + percent + " % " + name.vi() + ".", percent + " % of " + name.en() + " has passed.");
    }

    private static void breach(Change c, Watch watch) {
        var tellers = c.tellers();
        boolean owed = watch.clock() == RESOLVE;
        c.emit(new DeadlineBreached(
                Subject.CASE,
                c.id(),
                c.complaintId(),
                c.reference(),
                watch.clock(),
                watch.misses(),
                tellers.agency(),
                tellers.responsible(),
                c.report.field(),
                null,
                watch.dueAt(),
                c.now.now(),
                owed,
                tellers.breached(watch.misses()),
                c.report.reporter(),
                c.report.receivedAt(),
                tellers.superiorOf(tellers.agency())));
        var name = ClockNames.of(watch.clock());
        c.note("Quá " + name.vi() + ".", "Past " + name.en() + ".");
    }

    private static void escalate(Change c, Watch watch, int rung) {
        var tellers = c.tellers();
        c.emit(new BreachEscalated(
                Subject.CASE,
                c.id(),
                c.complaintId(),
                c.reference(),
                watch.clock(),
                rung,
                tellers.agency(),
                watch.dueAt(),
                c.now.now(),
                tellers.escalated(rung)));
        c.note(
                rung == 1 ? "Báo người đứng đầu cơ quan cấp trên." : "Báo Chủ tịch Ủy ban nhân dân tỉnh.",
                rung == 1 ? "The superior head was told." : "The chair of the province was told.");
    }

    /** No word in the window: it is settled. */
    private static void close(Change c) {
        c.stop(c.now.now(), SlaClock.values());
        c.state = CaseState.CLOSED;
        c.emit(new CaseClosed(c.id(), c.complaintId(), c.reference(), c.now.now()));
        c.note("Kết thúc: hết thời hạn yêu cầu mở lại.", "Closed: the time for reopening has passed.");
    }

    /** A deadline that was announced as missed stays as it was; one that is paused is counted again when it goes on. */
    static Decision move(Change c, MoveDeadlines command) {
        boolean moved = false;
        for (Watch watch : c.before().watches()) {
            if (!watch.running() || watch.breached()) {
                continue;
            }
            var again = c.clocks().again(watch, c.now.now());
            if (again.dueAt().equals(watch.dueAt()) && again.steps().equals(watch.steps())) {
                continue;
            }
            moved = true;
            c.put(again);
            if (!again.dueAt().equals(watch.dueAt())) {
                c.emit(new DeadlineMoved(
                        c.id(),
                        c.complaintId(),
                        c.reference(),
                        watch.clock(),
                        watch.dueAt(),
                        again.dueAt(),
                        command.why(),
                        c.now.now()));
                var name = ClockNames.of(watch.clock());
                var words = new PlainWords(c.now.calendar(c.handling).zone());
                var from = words.end(watch.dueAt());
                var to = words.end(again.dueAt());
                c.note(
                        new Bilingual(
                                "Tính lại " + name.vi() + " từ " + from.vi() + " sang " + to.vi() + ": "
                                        + command.why().vi(),
                                "Counted again " + name.en() + ", from " + from.en() + " to " + to.en() + ": "
                                        + command.why().en()),
                        null);
            }
        }
        if (!c.policy.equals(c.now.policy().id())) {
            c.policy = c.now.policy().id();
            moved = true;
        }
        return moved ? c.done() : new Refused(Refusal.NOTHING_TO_DO);
    }
}
