package vn.congvu.cases.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.calendar.OfficeHours;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.directory.Provinces;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.cases.policy.SlaPolicy.DossierRules;
import vn.congvu.cases.watch.Recountable;
import vn.congvu.cases.watch.Step;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SealedText;

/** A dossier of Monday 2 March 2026, promised for Friday 13 March, when the calendar changes. */
class DossierCountingTests {
    private static final WorkCalendar CALENDAR = WorkCalendar.standard();
    private static final Bilingual WHY = Recountable.BY_CALENDAR;
    private static final Promised FRIDAY = Promised.on(LocalDate.of(2026, 3, 13));

    @Test
    void aDayOffBeforeThePromisedDateLetsTheHeadBeWarnedEarlier() {
        var moved = counting(day(3, 9), off(12)).again(received(FRIDAY), WHY).orElseThrow();

        assertThat(moved.dueAt()).isEqualTo(day(13, 17));
        assertThat(step(moved, Step.Kind.WARNING).at()).isEqualTo(CALENDAR.nextOpening(day(10, 6)));
        assertThat(moved.history()).hasSameSizeAs(received(FRIDAY).history());
    }

    @Test
    void aPromisedDayThatBecomesADayOffMovesToTheNextWorkingDayAndTheHistorySaysFromWhenToWhen() {
        var moved = counting(day(3, 9), off(13)).again(received(FRIDAY), WHY).orElseThrow();

        assertThat(moved.dueAt()).isEqualTo(day(16, 17));
        assertThat(moved.nextDueAt()).isBefore(day(13, 17));
        assertThat(moved.history().getLast().what().vi())
                .contains("13/03/2026")
                .contains("16/03/2026")
                .contains("lịch làm việc");
    }

    @Test
    void aPromisedMomentStaysWhereItWasTold() {
        var told = received(Promised.at(day(13, 17)));

        assertThat(counting(day(3, 9), off(13)).again(told, WHY))
                .hasValueSatisfying(moved -> assertThat(moved.dueAt()).isEqualTo(day(13, 17)));
    }

    @Test
    void workingDaysAreCountedFromTheReceiptAndAfterFifteenOClockFromTheNextDay() {
        var early = Promised.within(5).dueAt(day(2, 15), CALENDAR, lastReceipt());
        var late = Promised.within(5).dueAt(day(2, 15).plusSeconds(60), CALENDAR, lastReceipt());

        assertThat(early).isEqualTo(day(9, 17));
        assertThat(late).isEqualTo(day(10, 17));
    }

    @Test
    void aLimitInWorkingDaysIsLongerByADayOffWithinIt() {
        var moved = counting(day(3, 9), off(5)).again(received(Promised.within(9)), WHY);

        assertThat(moved.orElseThrow().dueAt()).isEqualTo(day(16, 17));
    }

    @Test
    void theDayTheHeadNamedMovesAsTheOldOneWould() {
        var named = new DossierDecisions(
                        day(9, 9), policy(), CALENDAR, Provinces.tayNinh().on(LocalDate.of(2026, 3, 9)))
                .reschedule(received(FRIDAY), LocalDate.of(2026, 3, 20), new SealedText("sealed"))
                .next();

        assertThat(counting(day(10, 9), off(20)).again(named, WHY).orElseThrow().dueAt())
                .isEqualTo(day(23, 17));
    }

    @Test
    void aNewPromiseOfTheOneStopSystemOutlivesTheDayTheHeadNamed() {
        var decisions = new DossierDecisions(
                day(9, 9), policy(), CALENDAR, Provinces.tayNinh().on(LocalDate.of(2026, 3, 9)));
        var named = decisions
                .reschedule(received(FRIDAY), LocalDate.of(2026, 3, 20), new SealedText("sealed"))
                .next();
        var anew = decisions
                .again(named, fed(Promised.on(LocalDate.of(2026, 3, 27))), null)
                .next();

        assertThat(counting(day(10, 9), off(12)).again(anew, WHY).orElse(anew).dueAt())
                .isEqualTo(day(27, 17));
    }

    @Test
    void aMissThatWasAnnouncedStaysOneWhateverTheCalendarSaysLater() {
        var decisions = new DossierDecisions(
                day(13, 18), policy(), CALENDAR, Provinces.tayNinh().on(LocalDate.of(2026, 3, 13)));
        var missed = decisions.fire(received(FRIDAY)).orElseThrow().next();

        assertThat(counting(day(14, 9), off(13)).again(missed, WHY)).isEmpty();
    }

    @Test
    void noChangeMakesAnybodyLateThatWasNot() {
        var worked = new WorkCalendar(
                CALENDAR.zone(),
                OfficeHours.standard(),
                List.of(SpecialDay.worked(LocalDate.of(2026, 3, 7)), SpecialDay.worked(LocalDate.of(2026, 3, 8))));
        var dossier = received(Promised.within(11));
        assertThat(dossier.dueAt()).isEqualTo(day(17, 17));

        // with the worked weekend it would have ended on Friday the 13th
        var moved = counting(day(16, 9), worked).again(dossier, WHY).orElseThrow();
        assertThat(moved.dueAt()).isEqualTo(day(16, 17));

        // and once it has been moved it stays
        assertThat(counting(day(16, 10), worked).again(moved, WHY)).isEmpty();
    }

    @Test
    void aPolicyThatAppliesMovesTheWarning() {
        var rules = new DossierRules(3, 1, 1, lastReceipt());
        var was = SlaPolicy.productDefault();
        var later = new SlaPolicy(
                "SLA-2",
                was.name(),
                day(3, 8),
                true,
                was.limits(),
                was.warningPercents(),
                was.maxPause(),
                was.maxPauses(),
                was.maxExtensions(),
                was.ladder(),
                rules);

        var moved = new DossierCounting(day(3, 9), later, CALENDAR)
                .again(received(FRIDAY), Recountable.BY_POLICY)
                .orElseThrow();

        assertThat(moved.promise().policy()).isEqualTo("SLA-2");
        assertThat(step(moved, Step.Kind.WARNING).at()).isEqualTo(CALENDAR.nextOpening(day(10, 6)));
    }

    @Test
    void nothingMovesUnderTheSameCalendar() {
        assertThat(counting(day(3, 9), CALENDAR).again(received(FRIDAY), WHY)).isEmpty();
    }

    private static Step step(Dossier dossier, Step.Kind kind) {
        return dossier.promise().steps().stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static DossierCounting counting(Instant now, WorkCalendar calendar) {
        return new DossierCounting(now, policy(), calendar);
    }

    private static Dossier received(Promised promised) {
        return new DossierDecisions(
                        day(2, 9), policy(), CALENDAR, Provinces.tayNinh().on(LocalDate.of(2026, 3, 2)))
                .begin(fed(promised), null)
                .next();
    }

    private static Fed fed(Promised promised) {
        return new Fed(
                "H53-1",
                "Cấp giấy phép xây dựng",
                "xay-dung",
                new AgencyRef("SXD", "Sở Xây dựng"),
                day(2, 9),
                promised.dueAt(day(2, 9), CALENDAR, lastReceipt()),
                promised,
                null,
                DossierState.RECEIVED,
                true,
                false,
                null);
    }

    private static SlaPolicy policy() {
        return SlaPolicy.productDefault();
    }

    private static LocalTime lastReceipt() {
        return policy().dossiers().lastReceipt();
    }

    private static WorkCalendar off(int march) {
        return new WorkCalendar(
                CALENDAR.zone(), OfficeHours.standard(), List.of(SpecialDay.off(LocalDate.of(2026, 3, march))));
    }

    private static Instant day(int march, int hour) {
        return LocalDate.of(2026, 3, march)
                .atTime(hour, 0)
                .atZone(CALENDAR.zone())
                .toInstant();
    }
}
