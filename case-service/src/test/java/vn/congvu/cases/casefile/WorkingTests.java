package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.cases.casefile.Situations.MONDAY;
import static vn.congvu.cases.casefile.Situations.TEN_DAYS_LATER;
import static vn.congvu.cases.casefile.Situations.WORDS;
import static vn.congvu.cases.casefile.Situations.accept;
import static vn.congvu.cases.casefile.Situations.answer;
import static vn.congvu.cases.casefile.Situations.day;
import static vn.congvu.cases.casefile.Situations.refuse;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.REOPEN_WINDOW;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCommand.AcceptCase;
import vn.congvu.cases.casefile.CaseCommand.AddNote;
import vn.congvu.cases.casefile.CaseCommand.AnswerCase;
import vn.congvu.cases.casefile.CaseCommand.AskCitizen;
import vn.congvu.cases.casefile.CaseCommand.DelegateCase;
import vn.congvu.cases.casefile.CaseCommand.ExtendCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.cases.CaseAccepted;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseDelegated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.NoteAdded;
import vn.congvu.contracts.cases.QuestionAsked;

class WorkingTests {
    private static final Instant TUESDAY = day(3, 9);

    @Test
    void anAssignedCaseIsDueTenWorkingDaysAfterItsReceipt() {
        var file = Situations.assigned();

        assertThat(file.watch(RESOLVE)).map(Watch::dueAt).contains(TEN_DAYS_LATER);
        assertThat(file.lookup().dueAt()).isEqualTo(TEN_DAYS_LATER);
        assertThat(file.watch(ACCEPT)).map(Watch::dueAt).contains(day(4, 17));
    }

    @Test
    void acceptingStopsTheClocksForAcceptingAndForwarding() {
        var accepted = accept(Situations.assigned(), new AcceptCase(), TUESDAY);

        assertThat(accepted.next().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(accepted.next().watch(ACCEPT)).map(Watch::stopped).contains(true);
        assertThat(accepted.next().watch(FORWARD)).map(Watch::stopped).contains(true);
        assertThat(accepted.events()).singleElement().isInstanceOf(CaseAccepted.class);
    }

    @Test
    void aCaseIsAcceptedOnce() {
        assertThat(refuse(Situations.accepted(), new AcceptCase(), TUESDAY)).isEqualTo(Refusal.NOT_IN_THIS_STATE);
    }

    @Test
    void delegatingAnUnacceptedCaseAcceptsIt() {
        var officer = new Office("AGENCY_OFFICER", "SXD", "Chuyên viên", null);
        var delegated = accept(Situations.assigned(), new DelegateCase(officer), TUESDAY);

        assertThat(delegated.next().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(delegated.next().lookup().delegated()).isTrue();
        assertThat(delegated.events()).hasExactlyElementsOfTypes(CaseAccepted.class, CaseDelegated.class);
    }

    @Test
    void waitingForTheReporterStopsTheClockForAtMostTenWorkingDays() {
        var asked = accept(Situations.accepted(), new AskCitizen("q1", WORDS), TUESDAY);

        assertThat(asked.next().state()).isEqualTo(CaseState.WAITING);
        assertThat(asked.next().watch(RESOLVE)).map(Watch::paused).contains(true);
        assertThat(asked.next().lookup().dueAt()).isNull();
        assertThat(asked.events()).singleElement().isInstanceOfSatisfying(QuestionAsked.class, event -> assertThat(
                        event.pausedUntil())
                .isEqualTo(day(17, 17)));
    }

    @Test
    void theReporterIsAskedTwiceAndNoMore() {
        var once = resumed(Situations.waiting());
        var twice = resumed(accept(once, new AskCitizen("q2", WORDS), day(5, 9)).next());

        assertThat(refuse(twice, new AskCitizen("q3", WORDS), day(9, 9))).isEqualTo(Refusal.NO_MORE_PAUSES);
    }

    @Test
    void whoIsLateCannotStopTheClock() {
        assertThat(refuse(Situations.accepted(), new AskCitizen("q1", WORDS), day(17, 9)))
                .isEqualTo(Refusal.DEADLINE_PASSED);
    }

    @Test
    void anExtensionIsAsLongAgainAsTheLimit() {
        var extended = accept(Situations.accepted(), new ExtendCase(WORDS, null), TUESDAY);

        assertThat(extended.events()).singleElement().isInstanceOfSatisfying(CaseExtended.class, event -> {
            assertThat(event.previousDueAt()).isEqualTo(TEN_DAYS_LATER);
            assertThat(event.dueAt()).isEqualTo(day(30, 17));
        });
    }

    @Test
    void anExtensionToADayEndsWithItsOfficeHours() {
        var extended = accept(Situations.accepted(), new ExtendCase(WORDS, LocalDate.of(2026, 3, 20)), TUESDAY);

        assertThat(extended.next().lookup().dueAt()).isEqualTo(day(20, 17));
    }

    @Test
    void aCaseIsExtendedOnce() {
        var extended = accept(Situations.accepted(), new ExtendCase(WORDS, null), TUESDAY)
                .next();

        assertThat(refuse(extended, new ExtendCase(WORDS, null), day(4, 9))).isEqualTo(Refusal.ALREADY_EXTENDED);
    }

    @Test
    void reopeningGivesNoSecondExtension() {
        var extended = accept(Situations.accepted(), new ExtendCase(WORDS, null), TUESDAY)
                .next();
        var answered = accept(extended, answer(), day(4, 9)).next();
        var reopened = accept(answered, new CaseCommand.RequestReopening(WORDS, day(5, 9)), day(5, 9))
                .next();

        assertThat(refuse(reopened, new ExtendCase(WORDS, null), day(6, 9))).isEqualTo(Refusal.ALREADY_EXTENDED);
    }

    @Test
    void nobodyExtendsALateCase() {
        assertThat(refuse(Situations.accepted(), new ExtendCase(WORDS, null), TEN_DAYS_LATER.plusMillis(1)))
                .isEqualTo(Refusal.DEADLINE_PASSED);
    }

    @Test
    void atTheLastInstantAnExtensionIsStillInTime() {
        assertThat(accept(Situations.accepted(), new ExtendCase(WORDS, null), TEN_DAYS_LATER)
                        .next()
                        .lookup()
                        .dueAt())
                .isAfter(TEN_DAYS_LATER);
    }

    @Test
    void anExtensionNamesALaterDayButNotAnyDay() {
        assertThat(refuse(Situations.accepted(), new ExtendCase(WORDS, LocalDate.of(2026, 3, 16)), TUESDAY))
                .isEqualTo(Refusal.NEW_DATE_NOT_LATER);
        assertThat(refuse(Situations.accepted(), new ExtendCase(WORDS, LocalDate.of(2026, 12, 1)), TUESDAY))
                .isEqualTo(Refusal.NEW_DATE_TOO_LATE);
    }

    @Test
    void praiseHasNothingToExtend() {
        assertThat(refuse(Situations.praise(), new ExtendCase(WORDS, null), TUESDAY))
                .isEqualTo(Refusal.NO_DEADLINE);
    }

    @Test
    void anAnswerInTimeSaysSoAndOpensTheWindow() {
        var answered = accept(Situations.accepted(), answer(), TUESDAY);

        assertThat(answered.next().state()).isEqualTo(CaseState.ANSWERED);
        assertThat(answered.next().watch(REOPEN_WINDOW)).map(Watch::dueAt).contains(day(17, 17));
        assertThat(answered.events()).singleElement().isInstanceOfSatisfying(CaseAnswered.class, event -> {
            assertThat(event.lateSeconds()).isZero();
            assertThat(event.lateWorkingDays()).isNull();
            assertThat(event.dueAt()).isEqualTo(TEN_DAYS_LATER);
            assertThat(event.reopenUntil()).isEqualTo(day(17, 17));
        });
    }

    @Test
    void measuresGoToPersonsAndToACollectiveAndTheReporterIsToldOfAll() {
        var measures = new AnswerCase(
                WORDS,
                Finding.SUBSTANTIATED,
                List.of(Measure.CRITICISM, Measure.APOLOGY),
                List.of(Measure.LESSON_DRAWN, Measure.CRITICISM));

        var answered = accept(Situations.accepted(), measures, TUESDAY);

        var answer = answered.next().answer().orElseThrow();
        assertThat(answer.measures()).containsExactly(Measure.CRITICISM, Measure.APOLOGY);
        assertThat(answer.toCollective()).containsExactly(Measure.LESSON_DRAWN, Measure.CRITICISM);
        assertThat(answered.events().getLast())
                .isInstanceOfSatisfying(CaseAnswered.class, told -> assertThat(told.measures())
                        .containsExactly(Measure.CRITICISM, Measure.APOLOGY, Measure.LESSON_DRAWN));
    }

    @Test
    void aLateAnswerSaysHowLate() {
        var answered = accept(Situations.accepted(), answer(), TEN_DAYS_LATER.plusSeconds(3_600));

        assertThat(answered.events())
                .hasExactlyElementsOfTypes(DeadlineWarned.class, DeadlineBreached.class, CaseAnswered.class);
        assertThat(((CaseAnswered) answered.events().getLast()).lateSeconds()).isEqualTo(3_600);
        assertThat(answered.next().lookup().late()).isTrue();
    }

    @Test
    void theLastInstantIsInTime() {
        var answered = accept(Situations.accepted(), answer(), TEN_DAYS_LATER);

        assertThat(answered.next().lookup().late()).isFalse();
    }

    @Test
    void answeringWhileWaitingCountsOnlyTheTimeThatRan() {
        var answered = accept(Situations.waiting(), answer(), day(6, 9));

        assertThat(answered.next().state()).isEqualTo(CaseState.ANSWERED);
        assertThat(answered.next().answer()).map(Dialogue.Answer::workingDays).contains(1);
    }

    @Test
    void anUnacceptedCaseMayBeAnsweredAtOnce() {
        assertThat(accept(Situations.assigned(), answer(), TUESDAY).events())
                .hasExactlyElementsOfTypes(CaseAccepted.class, CaseAnswered.class);
    }

    @Test
    void refusesToAnswerTwice() {
        assertThat(refuse(Situations.answered(), answer(), day(4, 9))).isEqualTo(Refusal.NOT_IN_THIS_STATE);
    }

    @Test
    void praiseIsAnsweredWithoutAnyDeadline() {
        var praise = Situations.praise();
        assertThat(praise.watch(RESOLVE)).isEmpty();
        assertThat(praise.watch(ACCEPT)).isEmpty();

        assertThat(accept(praise, answer(), MONDAY.plusSeconds(40 * 86_400))
                        .next()
                        .lookup()
                        .late())
                .isFalse();
    }

    @Test
    void aNoteChangesNothingButTheHistory() {
        var noted = accept(Situations.accepted(), new AddNote(WORDS), TUESDAY);

        assertThat(noted.next().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(noted.next().history())
                .hasSize(Situations.accepted().history().size() + 1);
        assertThat(noted.events()).singleElement().isInstanceOf(NoteAdded.class);
    }

    private static CaseFile resumed(CaseFile waiting) {
        var asked = waiting.questions().getLast();
        var later = asked.askedAt().plusSeconds(3_600);
        var message = new Dialogue.Message("reply to " + asked.id(), Channel.SMS, WORDS, later);
        return accept(waiting, new CaseCommand.ReceiveMessage(message, false, List.of(), null), later)
                .next();
    }
}
