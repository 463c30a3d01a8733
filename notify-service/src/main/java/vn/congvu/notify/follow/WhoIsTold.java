package vn.congvu.notify.follow;

import static vn.congvu.notify.follow.Line.when;
import static vn.congvu.notify.template.MessageKind.CASE_ANSWERED;
import static vn.congvu.notify.template.MessageKind.CASE_ASSIGNED;
import static vn.congvu.notify.template.MessageKind.CASE_EXTENDED;
import static vn.congvu.notify.template.MessageKind.CASE_HANDED_OVER;
import static vn.congvu.notify.template.MessageKind.CASE_MERGED;
import static vn.congvu.notify.template.MessageKind.CASE_MISSED;
import static vn.congvu.notify.template.MessageKind.CASE_REOPENED;
import static vn.congvu.notify.template.MessageKind.CASE_UNMERGED;
import static vn.congvu.notify.template.MessageKind.COMPLAINT_RECEIVED;
import static vn.congvu.notify.template.MessageKind.DOSSIER_MISSED;
import static vn.congvu.notify.template.MessageKind.DOSSIER_RESCHEDULED;
import static vn.congvu.notify.template.MessageKind.OFFICE_AGENCY_WITHOUT_HEAD;
import static vn.congvu.notify.template.MessageKind.OFFICE_ANSWER_DRAFTED;
import static vn.congvu.notify.template.MessageKind.OFFICE_BREACH_ESCALATED;
import static vn.congvu.notify.template.MessageKind.OFFICE_CASE_ASSIGNED;
import static vn.congvu.notify.template.MessageKind.OFFICE_CASE_DELEGATED;
import static vn.congvu.notify.template.MessageKind.OFFICE_CASE_MOVED;
import static vn.congvu.notify.template.MessageKind.OFFICE_CASE_REOPENED;
import static vn.congvu.notify.template.MessageKind.OFFICE_CLOCK_RESUMED;
import static vn.congvu.notify.template.MessageKind.OFFICE_CORRUPTION_REPORTED;
import static vn.congvu.notify.template.MessageKind.OFFICE_DEADLINE_BREACHED;
import static vn.congvu.notify.template.MessageKind.OFFICE_DEADLINE_WARNED;
import static vn.congvu.notify.template.MessageKind.QUESTION_ASKED;
import static vn.congvu.notify.template.MessageKind.REOPENING_REFUSED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.cases.AgencyWithoutHead;
import vn.congvu.contracts.cases.AnswerDrafted;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseDelegated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CorruptionReported;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.notify.apology.ApologyDesk;
import vn.congvu.notify.notice.Notices;
import vn.congvu.notify.notice.Telling;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.inbox.Received;

/**
 * Which event tells whom what, one line each. A complaint whose reporter holds the reference already needs no acknowledgment; a
 * miss that nobody apologises for is told to offices only. Offices learn no more than the reference: the case itself stands behind
 * their sign-in.
 */
@Component
class WhoIsTold {
    private final Site site;
    private final Notices notices;
    private final List<Line<?>> table;

    WhoIsTold(Site site, Notices notices) {
        this.site = site;
        this.notices = notices;
        this.table = List.of(
                when(ComplaintReceived.class)
                        .reporter(e -> e.acknowledged() ? null : e.reporter())
                        .hears(COMPLAINT_RECEIVED, (e, f) -> f.complaint(e.complaintId())),
                when(CaseAssigned.class).reporter(CaseAssigned::reporter).hears(CASE_ASSIGNED, (e, f) -> f.complaint(
                                e.complaintId())
                        .agency(e.agency())
                        .at("due", e.dueAt())),
                when(CaseAssigned.class)
                        .offices(e -> List.of(e.head()))
                        .hears(OFFICE_CASE_ASSIGNED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .at("acceptBy", e.acceptBy())
                                .at("due", e.dueAt())
                                .with("conflict", e.conflictOfInterest() ? "x" : null)
                                .staffPage(Subject.CASE, e.caseId())),
                when(QuestionAsked.class).reporter(QuestionAsked::reporter).hears(QUESTION_ASKED, (e, f) -> f.complaint(
                                e.complaintId())
                        .words("question", e.question())
                        .at("until", e.pausedUntil())),
                when(CaseExtended.class).reporter(CaseExtended::reporter).hears(CASE_EXTENDED, (e, f) -> f.complaint(
                                e.complaintId())
                        .agency(e.agency())
                        .words("reason", e.reason())
                        .at("previousDue", e.previousDueAt())
                        .at("due", e.dueAt())),
                when(CaseAnswered.class).reporter(CaseAnswered::reporter).hears(CASE_ANSWERED, (e, f) -> f.complaint(
                                e.complaintId())
                        .agency(e.agency())
                        .words("answer", e.answer())
                        .on("reopenUntil", e.reopenUntil())),
                when(CaseHandedOver.class)
                        .reporter(CaseHandedOver::reporter)
                        .hears(CASE_HANDED_OVER, (e, f) -> f.complaint(e.complaintId())
                                .with("to", e.to())
                                .words("advice", e.advice())),
                when(CaseMerged.class).reporter(CaseMerged::reporter).hears(CASE_MERGED, (e, f) -> f.complaint(
                                e.complaintId())
                        .reference("intoReference", e.intoReference())),
                when(CaseUnmerged.class).reporter(CaseUnmerged::reporter).hears(CASE_UNMERGED, (e, f) -> f.complaint(
                                e.complaintId())
                        .with("agency", e.agency() == null ? null : e.agency().name())
                        .at("due", e.dueAt())),
                when(CaseMoved.class)
                        .reporter(e -> e.from().code().equals(e.to().code()) ? null : e.reporter())
                        .hears(CASE_ASSIGNED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.to())
                                .at("due", e.dueAt())),
                when(CaseMoved.class).offices(e -> List.of(e.head())).hears(OFFICE_CASE_MOVED, (e, f) -> f.complaint(
                                e.complaintId())
                        .agency(e.to())
                        .with(
                                "from",
                                e.from().code().equals(e.to().code())
                                        ? null
                                        : e.from().name())
                        .at("acceptBy", e.acceptBy())
                        .at("due", e.dueAt())
                        .staffPage(Subject.CASE, e.caseId())),
                when(CorruptionReported.class)
                        .offices(CorruptionReported::tell)
                        .hears(OFFICE_CORRUPTION_REPORTED, (e, f) -> f.complaint(e.complaintId())
                                .with(
                                        "agency",
                                        e.agency() == null ? null : e.agency().name())
                                .staffPage(Subject.CASE, e.caseId())),
                when(AgencyWithoutHead.class)
                        .offices(AgencyWithoutHead::tell)
                        .hears(OFFICE_AGENCY_WITHOUT_HEAD, (e, f) -> f.agency(e.agency())
                                .day("since", e.since())
                                .with(
                                        "instead",
                                        e.instead() == null ? null : e.instead().name())),
                when(CaseReopened.class).reporter(CaseReopened::reporter).hears(CASE_REOPENED, (e, f) -> f.complaint(
                                e.complaintId())
                        .agency(e.agency())
                        .at("due", e.dueAt())),
                when(CaseDelegated.class)
                        .offices(e -> List.of(e.officer()))
                        .hears(OFFICE_CASE_DELEGATED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .staffPage(Subject.CASE, e.caseId())),
                when(AnswerDrafted.class)
                        .offices(e -> List.of(e.head()))
                        .hears(OFFICE_ANSWER_DRAFTED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .staffPage(Subject.CASE, e.caseId())),
                when(QuestionAnswered.class).offices(this::workingOn).hears(OFFICE_CLOCK_RESUMED, (e, f) -> f.complaint(
                                e.complaintId())
                        .at("due", e.dueAt())
                        .staffPage(Subject.CASE, e.caseId())),
                when(CaseReopened.class).offices(this::headOf).hears(OFFICE_CASE_REOPENED, (e, f) -> f.complaint(
                                e.complaintId())
                        .agency(e.agency())
                        .at("due", e.dueAt())
                        .staffPage(Subject.CASE, e.caseId())),
                when(ReopeningRefused.class)
                        .reporter(ReopeningRefused::reporter)
                        .hears(REOPENING_REFUSED, (e, f) -> f.complaint(e.complaintId())
                                .with("reason", e.reason())),
                when(DossierRescheduled.class)
                        .reporter(DossierRescheduled::reporter)
                        .hears(DOSSIER_RESCHEDULED, (e, f) -> f.agency(e.agency())
                                .with("procedure", e.procedure())
                                .words("reason", e.reason())
                                .on("previousDue", e.previousDueAt())
                                .on("due", e.dueAt())),
                when(DeadlineBreached.class)
                        .reporter(e -> apologisedTo(e, Subject.CASE))
                        .hears(CASE_MISSED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .at("due", e.dueAt())),
                when(DeadlineBreached.class)
                        .reporter(e -> apologisedTo(e, Subject.DOSSIER))
                        .hears(DOSSIER_MISSED, (e, f) -> f.agency(e.agency())
                                .with("procedure", e.procedure())
                                .on("due", e.dueAt())),
                when(DeadlineWarned.class)
                        .offices(DeadlineWarned::tell)
                        .hears(OFFICE_DEADLINE_WARNED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .with("clock", ApologyDesk.nameOf(e.clock()))
                                .with("percent", Integer.toString(e.percent()))
                                .at("due", e.dueAt())
                                .staffPage(e.subject(), e.subjectId())),
                when(DeadlineBreached.class)
                        .offices(DeadlineBreached::tell)
                        .hears(OFFICE_DEADLINE_BREACHED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .with("clock", ApologyDesk.nameOf(e.clock()))
                                .at("due", e.dueAt())
                                .with("repeated", e.miss() > 1 ? Integer.toString(e.miss()) : null)
                                .staffPage(e.subject(), e.subjectId())),
                when(BreachEscalated.class)
                        .offices(BreachEscalated::tell)
                        .hears(OFFICE_BREACH_ESCALATED, (e, f) -> f.complaint(e.complaintId())
                                .agency(e.agency())
                                .with("clock", ApologyDesk.nameOf(e.clock()))
                                .with("step", Integer.toString(e.step()))
                                .at("due", e.dueAt())
                                .staffPage(e.subject(), e.subjectId())));
    }

    /** @param apology that the event led to */
    List<Telling> about(Received<? extends Event> received, ApologyDesk.@Nullable Published apology) {
        return tellings(received, apology, null).toList();
    }

    /** Those to people only, of something whose letter is not there yet. */
    List<Telling> persons(Received<? extends Event> received) {
        return tellings(received, null, null)
                .filter(telling -> telling.to() instanceof Telling.To.Person)
                .toList();
    }

    /** Those to offices only, which also say until when the letter waits to be signed. */
    List<Telling> offices(Received<? extends Event> received, Instant signBy) {
        return tellings(received, null, signBy)
                .filter(telling -> telling.to() instanceof Telling.To.Mailbox)
                .toList();
    }

    private Stream<Telling> tellings(
            Received<? extends Event> received, ApologyDesk.@Nullable Published apology, @Nullable Instant signBy) {
        return Stream.concat(table.stream(), DataRequestNews.lines().stream())
                .filter(line -> line.event() == received.event().getClass())
                .flatMap(line -> tellings(line, received, apology, signBy));
    }

    private <E extends Event> Stream<Telling> tellings(
            Line<E> line,
            Received<? extends Event> received,
            ApologyDesk.@Nullable Published apology,
            @Nullable Instant signBy) {
        var event = line.event().cast(received.event());
        return line.who().apply(event).stream().map(to -> {
            var facts = new Facts(site, languageOf(to), received.correlationId(), apology);
            if (to instanceof Telling.To.Mailbox(var office)) {
                facts.with("title", office.title()).at("signBy", signBy);
                if (signBy != null) {
                    facts.with("sign", site.signingPage());
                }
            }
            line.facts().apply(event, facts);
            return new Telling(
                    received.eventId(),
                    line.what(),
                    to,
                    facts.complaintId(),
                    received.correlationId(),
                    facts.agency(),
                    facts.values(),
                    facts.words(),
                    received.occurredAt(),
                    line.what() == COMPLAINT_RECEIVED,
                    apology == null ? null : apology.id());
        });
    }

    /** Events of older publishers do not name the head: then it is the office that was given the case last. */
    private List<Office> headOf(CaseReopened reopened) {
        return Optional.ofNullable(reopened.head())
                .or(() -> notices.lastMailbox(reopened.reference(), OFFICE_CASE_ASSIGNED))
                .stream()
                .toList();
    }

    /** The event names nobody: the head who was given the case last, and the officer of that agency who has the work. */
    private List<Office> workingOn(QuestionAnswered answered) {
        var head = notices.lastMailbox(
                answered.reference(), OFFICE_CASE_ASSIGNED, OFFICE_CASE_MOVED, OFFICE_CASE_REOPENED);
        var officer = notices.lastMailbox(answered.reference(), OFFICE_CASE_DELEGATED)
                .filter(office -> head.map(Office::agencyCode)
                        .filter(office.agencyCode()::equals)
                        .isPresent());
        return Stream.concat(head.stream(), officer.stream()).toList();
    }

    private static @Nullable Reporter apologisedTo(DeadlineBreached breach, Subject subject) {
        return breach.apologyOwed() && breach.subject() == subject ? breach.reporter() : null;
    }

    private static Language languageOf(Telling.To to) {
        return switch (to) {
            case Telling.To.Person person -> person.language();
            case Telling.To.Mailbox _ -> Language.VI;
        };
    }
}
