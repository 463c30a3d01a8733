package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.cases.casefile.Situations.CALENDAR;
import static vn.congvu.cases.casefile.Situations.MONDAY;
import static vn.congvu.cases.casefile.Situations.TEN_DAYS_LATER;
import static vn.congvu.cases.casefile.Situations.WORDS;
import static vn.congvu.cases.casefile.Situations.accept;
import static vn.congvu.cases.casefile.Situations.answer;
import static vn.congvu.cases.casefile.Situations.day;
import static vn.congvu.cases.casefile.Situations.sweep;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.ACKNOWLEDGE;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.calendar.OfficeHours;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.casefile.CaseCommand.DelegateCase;
import vn.congvu.cases.casefile.CaseCommand.ExtendCase;
import vn.congvu.cases.casefile.CaseCommand.FireClocks;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.casefile.CaseCommand.ReporterAcknowledged;
import vn.congvu.cases.casefile.CaseCommand.RequestReopening;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.QuestionAnswered;

class TickingTests {
    private static final Instant A_MONTH_LATER = Instant.parse("2026-04-02T02:00:00Z");

    @Test
    void nothingHappensBeforeItsTime() {
        assertThat(Situations.refuse(Situations.assigned(), new FireClocks(), MONDAY.plusSeconds(1)))
                .isEqualTo(Refusal.NOTHING_TO_DO);
    }

    @Test
    void anAnswerAfterTheDeadlineDoesNotHideThatItWasMissed() {
        var answered = accept(Situations.accepted(), answer(), TEN_DAYS_LATER.plusSeconds(60));

        assertThat(answered.events())
                .filteredOn(DeadlineBreached.class::isInstance)
                .singleElement()
                .extracting(event -> ((DeadlineBreached) event).apologyOwed())
                .isEqualTo(true);
        assertThat(answered.events().getLast()).isInstanceOf(CaseAnswered.class);
    }

    @Test
    void delegatingOrJoiningALateCaseDoesNotHideItEither() {
        var officer = new Office("AGENCY_OFFICER", "SXD", "Chuyên viên", null);
        for (CaseCommand command : List.of(new DelegateCase(officer), new MergeCase("other", "OTHER"))) {
            var late = accept(Situations.assigned(), command, day(5, 9));

            assertThat(late.events())
                    .filteredOn(DeadlineBreached.class::isInstance)
                    .extracting(event -> ((DeadlineBreached) event).clock())
                    .containsExactly(ACCEPT);
        }
    }

    @Test
    void warnsAtEachPartOfTheLimitOnceAndInsideOfficeHours() {
        var every15Minutes = Stream.iterate(MONDAY, at -> at.isBefore(TEN_DAYS_LATER), at -> at.plusSeconds(900))
                .toArray(Instant[]::new);
        var swept = sweep(Situations.accepted(), every15Minutes);

        var warned = swept.all(DeadlineWarned.class);
        assertThat(warned).extracting(DeadlineWarned::percent).containsExactly(50, 80);
        assertThat(warned).allSatisfy(w -> assertThat(CALENDAR.isOpen(w.warnedAt())
                        || CALENDAR.isOpen(w.warnedAt().minusSeconds(900)))
                .isTrue());
        assertThat(swept.all(DeadlineBreached.class)).isEmpty();
    }

    @Test
    void theHeadAndHomeAffairsAreTheLastToBeWarned() {
        var last = sweep(Situations.accepted(), TEN_DAYS_LATER).only(DeadlineWarned.class, w -> w.percent() == 100);

        assertThat(last.tell()).extracting(Office::agencyCode).containsExactly("SXD", "SNV");
    }

    @Test
    void theOfficerIsWarnedFirstAndThenTheHead() {
        var officer = new Office("AGENCY_OFFICER", "SXD", "Chuyên viên", null);
        var delegated = accept(Situations.accepted(), new DelegateCase(officer), MONDAY.plusSeconds(120))
                .next();

        var warned = sweep(delegated, day(10, 8), day(13, 9)).all(DeadlineWarned.class);

        assertThat(warned).extracting(DeadlineWarned::percent).containsExactly(50, 80);
        assertThat(warned.getFirst().tell()).containsExactly(officer);
        assertThat(warned.getLast().tell())
                .singleElement()
                .extracting(Office::role)
                .isEqualTo("AGENCY_HEAD");
    }

    @Test
    void noOfficeIsToldOfACaseThatItsAgencyMustNotSee() {
        var above = Situations.aboveBuilding();
        var againstHomeAffairs =
                new Routing.Assigned(above.agency(), above.head(), above.reasons(), true, Set.of("SNV"));
        var file = Situations.opened(Situations.report(ComplaintKind.CONDUCT), againstHomeAffairs, true);

        var swept = sweep(file, TEN_DAYS_LATER, day(30, 9));

        assertThat(swept.all(DeadlineWarned.class))
                .isNotEmpty()
                .flatExtracting(DeadlineWarned::tell)
                .extracting(Office::agencyCode)
                .containsOnly("UBT");
        assertThat(swept.all(BreachEscalated.class))
                .isNotEmpty()
                .flatExtracting(BreachEscalated::tell)
                .extracting(Office::agencyCode)
                .containsOnly("UBT");
    }

    @Test
    void aWarningThatIsNoticedAtNightWaitsForTheMorning() {
        var night = sweep(Situations.accepted(), day(9, 23));
        assertThat(night.events()).isEmpty();

        var morning = sweep(night.file(), day(10, 8));
        assertThat(morning.all(DeadlineWarned.class))
                .extracting(DeadlineWarned::percent)
                .containsExactly(50);
    }

    @Test
    void announcesABreachOnceAndSaysThatAnApologyIsOwed() {
        var swept = sweep(
                Situations.accepted(),
                TEN_DAYS_LATER,
                TEN_DAYS_LATER.plusMillis(1),
                TEN_DAYS_LATER.plusSeconds(1),
                TEN_DAYS_LATER.plusSeconds(2));

        var breached = swept.only(DeadlineBreached.class, _ -> true);
        assertThat(breached.clock()).isEqualTo(RESOLVE);
        assertThat(breached.miss()).isEqualTo(1);
        assertThat(breached.apologyOwed()).isTrue();
        assertThat(breached.dueAt()).isEqualTo(TEN_DAYS_LATER);
        assertThat(breached.tell()).extracting(Office::agencyCode).containsExactly("SXD", "UBT");
        assertThat(breached.superior()).isEqualTo("UBND tỉnh Tây Ninh");
    }

    @Test
    void atTheVeryInstantNothingIsLateYet() {
        assertThat(sweep(Situations.accepted(), TEN_DAYS_LATER).all(DeadlineBreached.class))
                .isEmpty();
    }

    @Test
    void afterAMonthOfSilenceOnlyWhatStillHelpsIsSaid() {
        var swept = sweep(Situations.assigned(), A_MONTH_LATER, A_MONTH_LATER, A_MONTH_LATER.plusSeconds(1));

        assertThat(swept.all(DeadlineWarned.class)).allMatch(w -> w.percent() == 100);
        assertThat(swept.all(DeadlineBreached.class))
                .extracting(DeadlineBreached::clock)
                .containsExactly(ACCEPT, FORWARD, RESOLVE);
        assertThat(swept.all(DeadlineBreached.class))
                .filteredOn(DeadlineBreached::apologyOwed)
                .hasSize(1);
        assertThat(swept.file().watches())
                .allSatisfy(w -> assertThat(w.nextAt()).isNull());
    }

    @Test
    void theLadderIsClimbedWhileNothingHappens() {
        var swept = sweep(Situations.accepted(), day(17, 9), day(18, 16), day(18, 17), day(23, 17), A_MONTH_LATER);

        assertThat(swept.all(BreachEscalated.class))
                .extracting(BreachEscalated::step)
                .containsExactly(1, 2);
        assertThat(swept.all(BreachEscalated.class).getFirst().escalatedAt()).isEqualTo(day(18, 17));
        assertThat(swept.all(BreachEscalated.class).getLast().escalatedAt()).isEqualTo(day(23, 17));
    }

    @Test
    void aLateAnswerEndsTheLadder() {
        var late = sweep(Situations.accepted(), day(17, 9)).file();
        var answered = accept(late, answer(), day(17, 10)).next();

        assertThat(sweep(answered, day(26, 9)).all(BreachEscalated.class)).isEmpty();
    }

    @Test
    void theMissAfterAnExtensionIsTheSecondAndTheChairIsTold() {
        var extended = accept(Situations.accepted(), new ExtendCase(WORDS, LocalDate.of(2026, 3, 20)), day(10, 9))
                .next();
        var breached = sweep(extended, day(16, 18), day(20, 18)).only(DeadlineBreached.class, _ -> true);

        assertThat(breached.miss()).isEqualTo(2);
        assertThat(breached.dueAt()).isEqualTo(day(20, 17));
    }

    @Test
    void aCaseThatWaitsForItsReporterIsNeverLate() {
        var swept = sweep(Situations.waiting(), day(16, 18), day(17, 9));

        assertThat(swept.all(DeadlineBreached.class)).isEmpty();
        assertThat(swept.file().state()).isEqualTo(CaseState.WAITING);
    }

    @Test
    void whenTheWaitRunsOutTheClockGoesOnFromThere() {
        var swept = sweep(Situations.waiting(), day(17, 16), day(18, 9));

        assertThat(swept.only(QuestionAnswered.class, _ -> true).resumedAt()).isEqualTo(day(17, 17));
        assertThat(swept.file().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(swept.file().lookup().dueAt()).isAfter(day(26, 0));
    }

    @Test
    void afterALongSilenceTheWaitEndsBeforeTheBreachComes() {
        var swept = sweep(Situations.waiting(), Instant.parse("2026-06-01T02:00:00Z"));

        assertThat(swept.events().getFirst()).isInstanceOf(QuestionAnswered.class);
        assertThat(swept.only(DeadlineBreached.class, _ -> true).clock()).isEqualTo(RESOLVE);
    }

    @Test
    void noWordWithinTheWindowClosesTheCase() {
        var swept = sweep(Situations.answered(), day(17, 16), day(17, 18), day(18, 9));

        assertThat(swept.all(CaseClosed.class)).hasSize(1);
        assertThat(swept.file().state()).isEqualTo(CaseState.CLOSED);
        assertThat(swept.file().lookup().nextDueAt()).isNull();
    }

    @Test
    void aReopenedCaseCanBeMissedAgainAndThatIsTheSecondMiss() {
        var late = sweep(Situations.accepted(), day(17, 9)).file();
        var answered = accept(late, answer(), day(17, 10)).next();
        var reopened = accept(answered, new RequestReopening(WORDS, day(18, 9)), day(18, 9))
                .next();
        var again = sweep(reopened, A_MONTH_LATER).only(DeadlineBreached.class, _ -> true);

        assertThat(again.miss()).isEqualTo(2);
        assertThat(again.tell()).extracting(Office::title).contains("Chủ tịch UBND tỉnh");
    }

    @Test
    void praiseIsNeverLate() {
        assertThat(sweep(Situations.praise(), A_MONTH_LATER).events()).isEmpty();
    }

    @Test
    void aReporterWhoHoldsNoReferenceYetIsWatchedToo() {
        var file = Situations.unacknowledged();
        assertThat(sweep(file, day(4, 9)).all(DeadlineBreached.class))
                .extracting(DeadlineBreached::clock)
                .containsExactly(ACKNOWLEDGE);

        var told = accept(file, new ReporterAcknowledged(MONDAY.plusSeconds(5)), MONDAY.plusSeconds(6))
                .next();
        assertThat(sweep(told, day(4, 9)).all(DeadlineBreached.class)).isEmpty();
    }

    @Test
    void aNewDayOffMovesOpenDeadlinesAndSaysSo() {
        var withADayOff = new WorkCalendar(
                CALENDAR.zone(), OfficeHours.standard(), List.of(SpecialDay.off(LocalDate.of(2026, 3, 5))));
        var why = new Bilingual("lịch làm việc đã thay đổi.", "the calendar changed.");
        var decision =
                Decisions.decide(Situations.accepted(), new MoveDeadlines(why), Situations.at(day(4, 9), withADayOff));

        assertThat(decision).isInstanceOfSatisfying(Accepted.class, moved -> {
            assertThat(moved.events()).singleElement().isInstanceOfSatisfying(DeadlineMoved.class, event -> {
                assertThat(event.previousDueAt()).isEqualTo(TEN_DAYS_LATER);
                assertThat(event.dueAt()).isEqualTo(day(17, 17));
            });
            assertThat(moved.next().history().getLast().what().vi()).contains("lịch làm việc");
            assertThat(Decisions.decide(moved.next(), new MoveDeadlines(why), Situations.at(day(4, 9), withADayOff)))
                    .isInstanceOf(Decision.Refused.class);
        });
    }

    @Test
    void aMissThatWasAnnouncedStaysOne() {
        var late = sweep(Situations.accepted(), day(17, 9)).file();
        var withADayOff = new WorkCalendar(
                CALENDAR.zone(), OfficeHours.standard(), List.of(SpecialDay.off(LocalDate.of(2026, 3, 5))));

        assertThat(Decisions.decide(
                        late,
                        new MoveDeadlines(new Bilingual("lịch đã đổi", "changed")),
                        Situations.at(day(17, 9), withADayOff)))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void noChangeOfTheCalendarMakesAnybodyLate() {
        var worked = new WorkCalendar(
                CALENDAR.zone(),
                OfficeHours.standard(),
                List.of(SpecialDay.worked(LocalDate.of(2026, 3, 7)), SpecialDay.worked(LocalDate.of(2026, 3, 8))));
        var why = new Bilingual("lịch đã đổi", "changed");

        // with the worked weekend it would have ended on Thursday the 12th
        var friday = Decisions.decide(Situations.accepted(), new MoveDeadlines(why), Situations.at(day(13, 9), worked));

        assertThat(friday).isInstanceOfSatisfying(Accepted.class, moved -> assertThat(
                        moved.next().watch(RESOLVE).orElseThrow().dueAt())
                .isEqualTo(day(13, 17)));
    }
}
