package vn.congvu.cases.casefile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.ClockNames;
import vn.congvu.cases.casefile.Dialogue.Answer;
import vn.congvu.cases.casefile.Dialogue.Entry;
import vn.congvu.cases.casefile.Dialogue.Link;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.casefile.Dialogue.Rating;
import vn.congvu.cases.casefile.Duplicates;
import vn.congvu.cases.casefile.Report;
import vn.congvu.cases.casefile.TriageHints;
import vn.congvu.cases.casefile.web.CaseView.AccusedView;
import vn.congvu.cases.casefile.web.CaseView.AnswerView;
import vn.congvu.cases.casefile.web.CaseView.ClockView;
import vn.congvu.cases.casefile.web.CaseView.DraftView;
import vn.congvu.cases.casefile.web.CaseView.DuplicateView;
import vn.congvu.cases.casefile.web.CaseView.EntryView;
import vn.congvu.cases.casefile.web.CaseView.EvidenceView;
import vn.congvu.cases.casefile.web.CaseView.MessageView;
import vn.congvu.cases.casefile.web.CaseView.QuestionView;
import vn.congvu.cases.casefile.web.CaseView.RatingView;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.text.CleanText;

/** Makes of a case what the caller may see of it. */
@Component
class Views {
    private static final int EXCERPT = 160;

    private final Sealer sealer;
    private final Clock clock;
    private final WorkCalendars calendars;
    private final TriageHints hints;
    private final Duplicates duplicates;

    Views(Sealer sealer, Clock clock, WorkCalendars calendars, TriageHints hints, Duplicates duplicates) {
        this.sealer = sealer;
        this.clock = clock;
        this.calendars = calendars;
        this.hints = hints;
        this.duplicates = duplicates;
    }

    CaseRow row(CaseFile file, Caller caller) {
        var handling = file.handling();
        var lookup = file.lookup();
        return new CaseRow(
                file.id(),
                file.revision().version(),
                file.reference(),
                file.state(),
                file.state().label(),
                file.report().kind(),
                file.report().misconducts(),
                file.report().severity(),
                CleanText.shorten(CleanText.oneLine(text(file.report())), EXCERPT),
                handling == null ? null : handling.agency(),
                handling == null ? null : handling.head().title(),
                handling != null && handling.conflictOfInterest(),
                told(file.report().receivedAt(), caller),
                lookup.dueAt(),
                lookup.open() ? place(file, caller) : null,
                overdue(file),
                lookup.flagged());
    }

    CaseView of(CaseFile file, Caller caller) {
        var report = file.report();
        var handling = file.handling();
        var ending = file.ending();
        var rating = file.rating();
        return new CaseView(
                file.id(),
                file.revision().version(),
                file.reference(),
                file.state(),
                file.state().label(),
                report.kind(),
                report.misconducts(),
                report.severity(),
                text(report),
                CaseAccess.daysOnly(caller) ? null : report.channel(),
                handling == null ? null : handling.agency(),
                handling == null ? null : handling.head().title(),
                handling == null || handling.officer() == null
                        ? null
                        : handling.officer().title(),
                handling == null ? hints.of(file) : handling.reasons(),
                handling != null && handling.conflictOfInterest(),
                open(report.agencyWords()),
                report.dossierCode(),
                report.communeCode(),
                report.field(),
                accused(report),
                report.occurredOn(),
                told(report.receivedAt(), caller),
                file.lookup().dueAt(),
                overdue(file),
                file.watches().stream().map(this::clock).toList(),
                file.questions().stream()
                        .map(q -> new QuestionView(
                                q.id(), sealer.open(q.question()), q.askedAt(), q.pausedUntil(), q.answeredAt()))
                        .toList(),
                file.messages().stream()
                        .map(m -> new MessageView(m.id(), sealer.open(m.text()), told(m.writtenAt(), caller)))
                        .toList(),
                report.evidence().stream()
                        .map(e -> new EvidenceView(e.evidenceId(), e.mediaType(), e.bytes(), told(e.addedAt(), caller)))
                        .toList(),
                file.answers().stream().map(this::answer).toList(),
                draft(file, caller),
                rating == null ? null : rating(rating, caller),
                file.lookup().flagged(),
                file.apologies().size(),
                file.transfers(),
                ending == null || ending.intoCaseId() == null || ending.intoReference() == null
                        ? null
                        : new Link(ending.intoCaseId(), ending.intoReference()),
                duplicates(file, caller),
                file.joined(),
                file.partOf(),
                file.parts().stream().map(Part::caseId).toList(),
                ending == null ? null : ending.to(),
                file.history().stream().map(e -> entry(e, caller)).toList(),
                Permissions.of(file, caller));
    }

    private @Nullable DraftView draft(CaseFile file, Caller caller) {
        var handling = file.handling();
        var draft = handling == null ? null : handling.draft();
        return draft == null || !file.state().withHead() || !Permissions.readsDraft(file, caller)
                ? null
                : new DraftView(
                        sealer.open(draft.text()),
                        draft.finding(),
                        draft.measures(),
                        draft.collective(),
                        draft.by(),
                        draft.at());
    }

    private List<DuplicateView> duplicates(CaseFile file, Caller caller) {
        if (!caller.has(Role.TRIAGE)) {
            return List.of();
        }
        return duplicates.of(file, caller).stream()
                .map(d -> new DuplicateView(
                        d.file().id(),
                        d.file().reference(),
                        d.file().state(),
                        d.file().handling() == null ? null : d.file().handling().agency(),
                        d.file().report().receivedAt(),
                        d.reasons(),
                        (int) Math.round(d.likeness() * 100)))
                .toList();
    }

    private ClockView clock(Watch watch) {
        return new ClockView(
                watch.clock(),
                ClockNames.of(watch.clock()),
                watch.condition(),
                watch.dueAt(),
                watch.breached(),
                watch.misses());
    }

    private AnswerView answer(Answer answer) {
        return new AnswerView(
                sealer.open(answer.text()),
                answer.finding(),
                answer.measures(),
                answer.toCollective(),
                answer.head().title(),
                answer.answeredAt(),
                answer.dueAt(),
                answer.lateSeconds() > 0,
                (answer.lateSeconds() + 86_399) / 86_400,
                answer.reopenUntil());
    }

    private RatingView rating(Rating rating, Caller caller) {
        return new RatingView(rating.solved(), rating.score(), open(rating.words()), told(rating.ratedAt(), caller));
    }

    /** What the system and the reporter did in the same moment would tell an agency when the report came in. */
    private EntryView entry(Entry entry, Caller caller) {
        return new EntryView(
                entry.byOffice() ? entry.at() : told(entry.at(), caller),
                entry.by(),
                entry.what(),
                open(entry.words()));
    }

    private @Nullable AccusedView accused(Report report) {
        var accused = report.accused();
        return accused == null ? null : new AccusedView(open(accused.name()), open(accused.position()), accused.head());
    }

    private Instant place(CaseFile file, Caller caller) {
        var at = file.lookup().sortAt();
        return at.equals(file.report().receivedAt()) ? told(at, caller) : at;
    }

    boolean overdue(CaseFile file) {
        var due = file.lookup().dueAt();
        return due != null && due.isBefore(clock.instant());
    }

    /** A moment of the reporter: to an agency only its day. */
    Instant told(Instant at, Caller caller) {
        if (!CaseAccess.daysOnly(caller)) {
            return at;
        }
        return at.atZone(calendars.common().zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    private String text(Report report) {
        return String.join("\n", report.texts().stream().map(sealer::open).toList());
    }

    private @Nullable String open(@Nullable SealedText sealed) {
        return sealed == null ? null : sealer.open(sealed);
    }
}
