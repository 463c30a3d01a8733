package vn.congvu.cases.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.directory.Provinces;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;

/** A building permit received on Monday 2 March 2026 and promised for Friday 13 March at five. */
class DossierDecisionsTests {
    private static final WorkCalendar CALENDAR = WorkCalendar.standard();
    private static final DirectoryView DIRECTORY = Provinces.tayNinh().on(LocalDate.of(2026, 3, 2));
    private static final SealedText WORDS = new SealedText("sealed");
    private static final Instant PROMISED = day(13, 17);

    @Test
    void theHeadIsWarnedTwoWorkingDaysBeforeThePromisedDate() {
        var told = fire(received(), day(11, 7), day(11, 8), day(12, 9));

        assertThat(told).singleElement().isInstanceOfSatisfying(DeadlineWarned.class, warned -> {
            assertThat(warned.warnedAt()).isEqualTo(day(11, 8));
            assertThat(warned.tell()).extracting(Office::agencyCode).containsExactly("SXD");
        });
    }

    @Test
    void aMissedDateOwesAnApologyAndTellsTheSuperior() {
        var told = fire(received(), day(13, 17), day(13, 18), day(13, 19));

        assertThat(told).hasExactlyElementsOfTypes(DeadlineWarned.class, DeadlineBreached.class);
        assertThat(told.getLast()).isInstanceOfSatisfying(DeadlineBreached.class, missed -> {
            assertThat(missed.miss()).isEqualTo(1);
            assertThat(missed.apologyOwed()).isTrue();
            assertThat(missed.tell()).extracting(Office::agencyCode).containsExactly("SXD", "UBT");
            assertThat(missed.superior()).isEqualTo("UBND tỉnh Tây Ninh");
            assertThat(missed.reporter().contactRef()).isEqualTo("dossier-H53-1");
        });
    }

    @Test
    void theMissAfterANewDateIsTheSecond() {
        var rescheduled = at(day(12, 9)).reschedule(received(), LocalDate.of(2026, 3, 20), WORDS);
        assertThat(rescheduled.events()).singleElement().isInstanceOfSatisfying(DossierRescheduled.class, event -> {
            assertThat(event.previousDueAt()).isEqualTo(PROMISED);
            assertThat(event.dueAt()).isEqualTo(day(20, 17));
        });

        var told = fire(rescheduled.next(), day(14, 9), day(20, 18));
        assertThat(told)
                .filteredOn(DeadlineBreached.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(DeadlineBreached.class, missed -> assertThat(missed.miss())
                        .isEqualTo(2));
    }

    @Test
    void theLadderGoesUpWhileTheResultIsMissing() {
        assertThat(fire(received(), day(13, 18), day(17, 18), day(20, 18)))
                .filteredOn(BreachEscalated.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aNewDateIsNamedAtLeastADayBeforeAndOnlyOnce() {
        var dossier = received();
        var later = LocalDate.of(2026, 3, 20);
        assertThat(at(day(12, 16)).refusal(dossier, later)).isEmpty();
        assertThat(at(day(13, 8)).refusal(dossier, later)).contains(DossierRefusal.TOO_LATE);
        assertThat(at(day(12, 16)).refusal(dossier, LocalDate.of(2026, 3, 13))).contains(DossierRefusal.NOT_LATER);

        assertThat(at(day(13, 18)).refusal(dossier, later)).contains(DossierRefusal.TOO_LATE);

        var once = at(day(12, 9)).reschedule(dossier, later, WORDS).next();
        assertThat(at(day(16, 9)).refusal(once, LocalDate.of(2026, 3, 30))).contains(DossierRefusal.RESCHEDULED_BEFORE);
    }

    @Test
    void aResultEndsTheWatchAndSaysHowLateItWas() {
        var missed = at(day(13, 18)).fire(received()).orElseThrow().next();
        var finished = at(day(16, 9)).again(missed, fed(DossierState.FINISHED, PROMISED, day(16, 8)), null);

        assertThat(finished.events()).singleElement().isInstanceOfSatisfying(DossierFinished.class, event -> {
            assertThat(event.lateSeconds()).isEqualTo(63 * 3_600);
            assertThat(event.lateWorkingDays()).isEqualTo(1);
        });
        assertThat(finished.next().nextDueAt()).isNull();
        assertThat(at(day(16, 9)).refusal(finished.next(), LocalDate.of(2026, 3, 20)))
                .contains(DossierRefusal.NOT_OPEN);
    }

    @Test
    void aLateResultDoesNotHideThatThePromiseWasMissedAndOneInTimeDoes() {
        var late = at(day(14, 9)).again(received(), fed(DossierState.FINISHED, PROMISED, day(14, 8)), null);
        assertThat(late.events()).hasExactlyElementsOfTypes(DeadlineBreached.class, DossierFinished.class);

        var inTime = at(day(14, 9)).again(received(), fed(DossierState.FINISHED, PROMISED, day(13, 16)), null);
        assertThat(inTime.events()).hasExactlyElementsOfTypes(DossierFinished.class);
    }

    @Test
    void theOneStopSystemRepeatingTheOldDateDoesNotUndoTheNewOne() {
        var rescheduled = at(day(12, 9))
                .reschedule(received(), LocalDate.of(2026, 3, 20), WORDS)
                .next();
        var again = at(day(12, 10)).again(rescheduled, fed(DossierState.RECEIVED, PROMISED, null), null);

        assertThat(again.next().dueAt()).isEqualTo(day(20, 17));
    }

    @Test
    void aNewPromiseAfterAMissCanBeMissedAgain() {
        var missed = at(day(13, 18)).fire(received()).orElseThrow().next();
        var again = at(day(16, 9))
                .again(missed, fed(DossierState.SUPPLEMENTED, day(20, 17), null), null)
                .next();

        assertThat(fire(again, day(20, 18)))
                .filteredOn(DeadlineBreached.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(DeadlineBreached.class, second -> assertThat(second.miss())
                        .isEqualTo(2));
    }

    @Test
    void whatIsReturnedOrWithdrawnIsNotWatched() {
        var returned = at(day(9, 9)).again(received(), fed(DossierState.RETURNED, PROMISED, null), null);

        assertThat(returned.events()).isEmpty();
        assertThat(fire(returned.next(), day(20, 9))).isEmpty();
    }

    private static Dossier received() {
        return at(day(2, 9))
                .begin(fed(DossierState.RECEIVED, PROMISED, null), WORDS)
                .next();
    }

    private static Fed fed(DossierState state, Instant due, @Nullable Instant finished) {
        return new Fed(
                "H53-1",
                "Cấp giấy phép xây dựng",
                "xay-dung",
                new AgencyRef("SXD", "Sở Xây dựng"),
                day(2, 9),
                due,
                Promised.at(due),
                finished,
                state,
                true,
                false,
                new Applicant("Nguyễn Văn A", "0912345678", null));
    }

    private static DossierDecisions at(Instant now) {
        return new DossierDecisions(now, SlaPolicy.productDefault(), CALENDAR, DIRECTORY);
    }

    /** Everything that is said while the sweep looks at these moments. */
    private static List<Event> fire(Dossier dossier, Instant... moments) {
        var told = new ArrayList<Event>();
        var present = dossier;
        for (Instant moment : moments) {
            var fired = at(moment).fire(present);
            if (fired.isPresent()) {
                present = fired.get().next();
                told.addAll(fired.get().events());
            }
        }
        return told;
    }

    private static Instant day(int march, int hour) {
        return LocalDate.of(2026, 3, march)
                .atTime(hour, 0)
                .atZone(CALENDAR.zone())
                .toInstant();
    }
}
