package vn.congvu.cases.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.PlainWords;
import vn.congvu.cases.dossier.Dossier.Entry;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.cases.watch.Moments;
import vn.congvu.cases.watch.Step;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;

/** The moments of a promised date, by the policy and the agency's office hours. Pure. */
record DossierCounting(Instant now, SlaPolicy policy, WorkCalendar calendar) {
    /** The head is warned before the date; contracts know warnings by percent, and this one stands for "nearly". */
    private static final int NEARLY = 80;

    Watch promise(Instant receivedAt, Instant due) {
        return Watch.started(SlaClock.PROMISE, receivedAt, due, policy.id(), steps(due));
    }

    List<Step> steps(Instant due) {
        var before = Deadlines.workingDaysBefore(due, policy.dossiers().warnWorkingDaysBefore(), calendar);
        return Stream.concat(
                        Stream.of(Moments.warning(NEARLY, before)),
                        Moments.ofBreach(due, calendar, policy.ladder()).stream())
                .toList();
    }

    /**
     * Counted again after calendar, office hours or policy changed; empty if nothing moves. What is over, and what was announced
     * as missed, stays as it is.
     */
    Optional<Dossier> again(Dossier was, Bilingual why) {
        var watch = was.promise();
        if (!watch.running() || watch.breached()) {
            return Optional.empty();
        }
        var due = Moments.recounted(watch.dueAt(), promised(was), now, calendar);
        var moved = watch.move(due, steps(due)).under(policy.id());
        if (moved.equals(watch)) {
            return Optional.empty();
        }
        var line = due.equals(watch.dueAt()) ? null : moved(watch.dueAt(), due, why);
        return Optional.of(was.with(moved, was.rescheduledAt(), was.apologies(), line));
    }

    /** When the result is due by what the head, or else the one-stop system, promised. */
    private Instant promised(Dossier dossier) {
        var named = dossier.promise().newDate();
        if (named != null) {
            return Moments.closing(LocalDate.parse(named), calendar);
        }
        var promised = dossier.promised();
        return promised == null
                ? dossier.fedDueAt()
                : promised.dueAt(
                        dossier.receivedAt(), calendar, policy.dossiers().lastReceipt());
    }

    private Entry moved(Instant before, Instant after, Bilingual why) {
        var words = new PlainWords(calendar.zone());
        var from = words.end(before);
        var to = words.end(after);
        var what = new Bilingual(
                "Tính lại ngày hẹn trả kết quả từ " + from.vi() + " sang " + to.vi() + ": " + why.vi(),
                "The promised date was counted again, from " + from.en() + " to " + to.en() + ": " + why.en());
        return new Entry(now, DossierDecisions.SYSTEM, what, null);
    }
}
