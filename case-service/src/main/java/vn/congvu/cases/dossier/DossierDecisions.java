package vn.congvu.cases.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.dossier.Dossier.Entry;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.cases.search.SearchWords;
import vn.congvu.cases.watch.Moments;
import vn.congvu.cases.watch.Step;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.platform.outbox.Revision;

/** The rules for promised dates (NĐ 61/2018, art. 19.9). Pure. */
record DossierDecisions(Instant now, SlaPolicy policy, WorkCalendar calendar, DirectoryView directory) {
    static final Bilingual SYSTEM = new Bilingual("Hệ thống", "The system");
    private static final Bilingual COUNTER = new Bilingual("Hệ thống Một cửa", "The one-stop system");

    record Outcome(Dossier next, List<Event> events) {}

    /** Seen for the first time. One that is finished already owes no announcement but its result. */
    Outcome begin(Fed fed, @Nullable SealedText applicant) {
        var watch = counting().promise(fed.receivedAt(), fed.dueAt());
        var words = SearchWords.of(
                List.of(fed.code()),
                fed.field() == null ? List.of(fed.procedure()) : List.of(fed.procedure(), fed.field()));
        var blank = new Dossier(
                fed.code(),
                Revision.none(),
                fed.procedure(),
                fed.field(),
                fed.agency(),
                fed.receivedAt(),
                fed.dueAt(),
                fed.promised(),
                null,
                DossierState.RECEIVED,
                fed.online(),
                fed.paidOnline(),
                applicant,
                null,
                watch,
                null,
                List.of(),
                true,
                null,
                words,
                List.of());
        return take(blank, fed, applicant, true);
    }

    /**
     * Told again, with changes. A new date of the one-stop system is a new promise; a promise that was missed before, and not
     * announced yet, is announced first, unless the result turns out to have been in time.
     */
    Outcome again(Dossier dossier, Fed fed, @Nullable SealedText applicant) {
        var finished = fed.finishedAt();
        boolean inTime = finished != null && !finished.isAfter(dossier.dueAt());
        if (inTime || !dossier.promise().missed(now)) {
            return take(dossier, fed, applicant, false);
        }
        return fire(dossier)
                .map(missed -> {
                    var taken = take(missed.next(), fed, applicant, false);
                    var events = Stream.concat(missed.events().stream(), taken.events().stream());
                    return new Outcome(taken.next(), events.toList());
                })
                .orElseGet(() -> take(dossier, fed, applicant, false));
    }

    private Outcome take(Dossier was, Fed fed, @Nullable SealedText applicant, boolean first) {
        var events = new ArrayList<Event>();
        var history = new ArrayList<>(was.history());
        var watch = was.promise();
        if (first) {
            history.add(new Entry(now, COUNTER, new Bilingual("Tiếp nhận hồ sơ.", "Received."), null));
        } else if (!fed.dueAt().equals(was.fedDueAt()) && !fed.promised().equals(was.promised())) {
            watch = watch.breached() || watch.stopped()
                    ? counting().promise(fed.receivedAt(), fed.dueAt()).after(watch)
                    : watch.promiseAnew(fed.dueAt(), counting().steps(fed.dueAt()));
            history.add(new Entry(
                    now, COUNTER, new Bilingual("Đổi ngày hẹn trả kết quả.", "Another promised date."), null));
        }
        boolean open = fed.state().open();
        if (!open && !watch.stopped()) {
            var finished = fed.finishedAt();
            watch = watch.stop(finished == null ? now : finished);
            if (fed.state() == DossierState.FINISHED && finished != null) {
                events.add(new DossierFinished(
                        fed.code(),
                        fed.agency(),
                        finished,
                        watch.dueAt(),
                        watch.lateSeconds(finished),
                        Watch.lateWorkingDays(watch.dueAt(), finished, calendar)));
            }
            history.add(new Entry(now, COUNTER, ended(fed.state()), null));
        } else if (open && watch.stopped()) {
            watch = counting().promise(fed.receivedAt(), fed.dueAt()).after(watch);
            history.add(new Entry(now, COUNTER, new Bilingual("Giải quyết lại.", "Taken up again."), null));
        }
        var contact = fed.applicant();
        var next = new Dossier(
                was.id(),
                was.revision(),
                fed.procedure(),
                fed.field(),
                fed.agency(),
                fed.receivedAt(),
                fed.dueAt(),
                fed.promised(),
                fed.finishedAt(),
                fed.state(),
                fed.online(),
                fed.paidOnline(),
                applicant,
                contact == null ? null : contact.reach(),
                watch,
                was.rescheduledAt(),
                was.apologies(),
                open,
                watch.nextAt(),
                was.words(),
                history);
        return new Outcome(next, events);
    }

    private static Bilingual ended(DossierState state) {
        return switch (state) {
            case FINISHED -> new Bilingual("Đã có kết quả.", "The result is there.");
            case RETURNED -> new Bilingual("Trả lại hồ sơ.", "Returned.");
            case WITHDRAWN -> new Bilingual("Người nộp rút hồ sơ.", "Withdrawn by the applicant.");
            case RECEIVED, SUPPLEMENTED -> new Bilingual("Đang giải quyết.", "Being worked on.");
        };
    }

    /** Why the head may not name a new date now; empty if he may. */
    Optional<DossierRefusal> refusal(Dossier dossier, LocalDate newDay) {
        if (!dossier.open()) {
            return Optional.of(DossierRefusal.NOT_OPEN);
        }
        if (dossier.rescheduledAt() != null || policy.dossiers().maxReschedules() < 1) {
            return Optional.of(DossierRefusal.RESCHEDULED_BEFORE);
        }
        var today = now.atZone(calendar.zone()).toLocalDate();
        var promised = dossier.dueAt().atZone(calendar.zone()).toLocalDate();
        boolean passed = now.isAfter(dossier.dueAt());
        if (passed || today.isAfter(promised.minusDays(policy.dossiers().apologyDaysBefore()))) {
            return Optional.of(DossierRefusal.TOO_LATE);
        }
        return Moments.closing(newDay, calendar).isAfter(dossier.dueAt())
                ? Optional.empty()
                : Optional.of(DossierRefusal.NOT_LATER);
    }

    /** The letter with the reason and the new date follows; the next miss is the second. */
    Outcome reschedule(Dossier was, LocalDate day, SealedText reason) {
        var due = Moments.closing(day, calendar);
        var watch = was.promise().extend(day.toString(), due, counting().steps(due));
        var head = offices().head(was.agency());
        var event = new DossierRescheduled(
                was.id(),
                was.agency(),
                head,
                was.field(),
                was.procedure(),
                reason,
                was.receivedAt(),
                was.dueAt(),
                due,
                now,
                was.reporter(),
                offices().superiorName(was.agency()));
        var by = new Bilingual(head.title(), head.title());
        var what = new Bilingual("Xin lỗi và hẹn lại ngày trả kết quả.", "Apologised and named a new date.");
        return new Outcome(was.with(watch, now, was.apologies(), new Entry(now, by, what, reason)), List.of(event));
    }

    /** Everything that has come due; empty if nothing has. */
    Optional<Outcome> fire(Dossier was) {
        var fired = was.promise().fire(now, calendar);
        if (fired.watch().equals(was.promise())) {
            return Optional.empty();
        }
        var events = new ArrayList<Event>();
        var next = was.with(fired.watch(), was.rescheduledAt(), was.apologies(), null);
        for (Step step : fired.announce()) {
            var due = was.dueAt();
            int miss = fired.watch().misses();
            events.add(
                    switch (step.kind()) {
                        case WARNING, END ->
                            new DeadlineWarned(
                                    Subject.DOSSIER,
                                    was.id(),
                                    null,
                                    was.id(),
                                    SlaClock.PROMISE,
                                    step.number(),
                                    was.agency(),
                                    due,
                                    now,
                                    List.of(offices().head(was.agency())));
                        case BREACH ->
                            new DeadlineBreached(
                                    Subject.DOSSIER,
                                    was.id(),
                                    null,
                                    was.id(),
                                    SlaClock.PROMISE,
                                    miss,
                                    was.agency(),
                                    offices().head(was.agency()),
                                    was.field(),
                                    was.procedure(),
                                    due,
                                    now,
                                    true,
                                    offices().breached(was.agency(), miss),
                                    was.reporter(),
                                    was.receivedAt(),
                                    offices().superiorName(was.agency()));
                        case LADDER ->
                            new BreachEscalated(
                                    Subject.DOSSIER,
                                    was.id(),
                                    null,
                                    was.id(),
                                    SlaClock.PROMISE,
                                    step.number(),
                                    was.agency(),
                                    due,
                                    now,
                                    step.number() == 1
                                            ? offices().superior(was.agency())
                                            : offices().chair());
                    });
            next = next.with(fired.watch(), next.rescheduledAt(), next.apologies(), told(step));
        }
        return Optional.of(new Outcome(next, events));
    }

    Outcome countApology(Dossier was, String number, Instant publishedAt) {
        var apologies = new ArrayList<>(was.apologies());
        apologies.add(publishedAt);
        var what =
                new Bilingual("Công khai xin lỗi số " + number + ".", "Apologised in public, number " + number + ".");
        var entry = new Entry(now, SYSTEM, what, null);
        return new Outcome(was.with(was.promise(), was.rescheduledAt(), apologies, entry), List.of());
    }

    private Entry told(Step step) {
        var what =
                switch (step.kind()) {
                    case WARNING, END -> new Bilingual("Nhắc: sắp đến ngày hẹn.", "The promised date is near.");
                    case BREACH -> new Bilingual("Quá hạn trả kết quả.", "The promised date has passed.");
                    case LADDER -> new Bilingual("Báo cấp trên.", "The next office up was told.");
                };
        return new Entry(now, SYSTEM, what, null);
    }

    private DossierCounting counting() {
        return new DossierCounting(now, policy, calendar);
    }

    private DossierOffices offices() {
        return new DossierOffices(directory);
    }
}
