package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.casefile.CaseCommand.AcceptCase;
import vn.congvu.cases.casefile.CaseCommand.AnswerCase;
import vn.congvu.cases.casefile.CaseCommand.AskCitizen;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.directory.Provinces;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;

/** Cases by situation, received on a plain Monday at nine by Sở Xây dựng in Tây Ninh. */
final class Situations {
    /** Monday 2 March 2026, 09:00 in Vietnam. */
    static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    /** The end of office hours ten working days later, Monday 16 March. */
    static final Instant TEN_DAYS_LATER = Instant.parse("2026-03-16T10:00:00Z");

    static final SealedText WORDS = new SealedText("sealed");
    static final WorkCalendar CALENDAR = WorkCalendar.standard();
    static final SlaPolicy POLICY = SlaPolicy.productDefault();
    private static final DirectoryView DIRECTORY = Provinces.tayNinh().on(LocalDate.of(2026, 3, 2));

    private Situations() {}

    static Circumstances at(Instant now) {
        return at(now, CALENDAR);
    }

    static Circumstances at(Instant now, WorkCalendar calendar) {
        return new Circumstances(now, new Bilingual("Giám đốc", "The director"), POLICY, DIRECTORY, _ -> calendar);
    }

    static CaseFile assigned() {
        return opened(report(ComplaintKind.CONDUCT), toBuilding(), true);
    }

    static CaseFile praise() {
        return opened(report(ComplaintKind.PRAISE), toBuilding(), true);
    }

    static CaseFile unacknowledged() {
        return opened(report(ComplaintKind.CONDUCT), toBuilding(), false);
    }

    static CaseFile inTriage() {
        return opened(report(ComplaintKind.CONDUCT), unclear(), true);
    }

    static CaseFile accepted() {
        return accept(assigned(), new AcceptCase(), MONDAY.plusSeconds(60)).next();
    }

    /** Asked on Tuesday at nine. */
    static CaseFile waiting() {
        return accept(accepted(), new AskCitizen("q1", WORDS), MONDAY.plusSeconds(86_400))
                .next();
    }

    /** Answered on Tuesday at nine. */
    static CaseFile answered() {
        return accept(accepted(), answer(), MONDAY.plusSeconds(86_400)).next();
    }

    static AnswerCase answer() {
        return new AnswerCase(WORDS, Finding.SUBSTANTIATED, List.of(Measure.CRITICISM, Measure.APOLOGY));
    }

    static Routing.Assigned toBuilding() {
        return to("SXD");
    }

    static Routing.Assigned to(String code) {
        return new Routing.Assigned(
                DIRECTORY.agency(code).orElseThrow(),
                DIRECTORY.head(code).orElseThrow(),
                List.of(new Bilingual("Người phản ánh nêu tên cơ quan.", "The reporter named the agency.")),
                false,
                Set.of());
    }

    static Routing.Assigned aboveBuilding() {
        return new Routing.Assigned(
                DIRECTORY.agency("UBT").orElseThrow(),
                DIRECTORY.head("UBT").orElseThrow(),
                List.of(new Bilingual("Người bị phản ánh là người đứng đầu.", "The accused is the head.")),
                true,
                Set.of("SXD"));
    }

    static Routing.ToTriage unclear() {
        return new Routing.ToTriage(List.of(new Bilingual("Chưa rõ cơ quan.", "No agency is certain.")), List.of());
    }

    static Report report(ComplaintKind kind) {
        return report(kind, "complaint-1", MONDAY);
    }

    static Report report(ComplaintKind kind, String complaintId, Instant receivedAt) {
        return new Report(
                complaintId,
                "7K3F9QXM2D",
                Channel.WEB,
                kind,
                List.of(Misconduct.ATTITUDE),
                Severity.NORMAL,
                List.of(WORDS),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                receivedAt,
                new Reporter("contact-1", Channel.SMS, Language.VI),
                "identity-1",
                null,
                List.of());
    }

    static CaseFile opened(Report report, Routing routing, boolean acknowledged) {
        return Opening.open(
                        report.complaintId(),
                        report,
                        null,
                        routing,
                        List.of(),
                        acknowledged,
                        report.receivedAt(),
                        at(report.receivedAt()))
                .next();
    }

    static Accepted accept(CaseFile file, CaseCommand command, Instant now) {
        var decision = Decisions.decide(file, command, at(now));
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }

    static Decision.Refusal refuse(CaseFile file, CaseCommand command, Instant now) {
        var decision = Decisions.decide(file, command, at(now));
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).why();
    }

    static Instant day(int march, int hour) {
        return LocalDate.of(2026, 3, march)
                .atTime(hour, 0)
                .atZone(CALENDAR.zone())
                .toInstant();
    }

    /** Lets the sweep look at a case at some moments, and gives everything it said. */
    static Swept sweep(CaseFile file, Instant... moments) {
        var events = new ArrayList<Event>();
        var present = file;
        for (Instant moment : moments) {
            if (Decisions.decide(present, new CaseCommand.FireClocks(), at(moment))
                    instanceof Accepted(CaseFile next, List<Event> told)) {
                present = next;
                events.addAll(told);
            }
        }
        return new Swept(present, events);
    }

    record Swept(CaseFile file, List<Event> events) {
        <E extends Event> List<E> all(Class<E> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <E extends Event> E only(Class<E> type, Predicate<E> fits) {
            var found = all(type).stream().filter(fits).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }
}
