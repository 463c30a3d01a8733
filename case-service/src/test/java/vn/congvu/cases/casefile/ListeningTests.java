package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.cases.casefile.Situations.WORDS;
import static vn.congvu.cases.casefile.Situations.accept;
import static vn.congvu.cases.casefile.Situations.answer;
import static vn.congvu.cases.casefile.Situations.day;
import static vn.congvu.cases.casefile.Situations.refuse;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCommand.RateAnswer;
import vn.congvu.cases.casefile.CaseCommand.ReceiveMessage;
import vn.congvu.cases.casefile.CaseCommand.ReporterWithdraws;
import vn.congvu.cases.casefile.CaseCommand.RequestReopening;
import vn.congvu.cases.casefile.CaseCommand.WithdrawCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Dialogue.Message;
import vn.congvu.cases.casefile.Dialogue.Rating;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.ReopeningRefused;

class ListeningTests {
    private static final Message MESSAGE = new Message("m1", Channel.SMS, WORDS, day(5, 9));

    @Test
    void aReplyLetsTheClockGoOnAndMovesTheDueTimeByTheWait() {
        var replied = accept(Situations.waiting(), new ReceiveMessage(MESSAGE, false, List.of(), null), day(5, 9));

        assertThat(replied.next().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(replied.next().watch(RESOLVE)).map(Watch::running).contains(true);
        assertThat(replied.events()).singleElement().isInstanceOfSatisfying(QuestionAnswered.class, event -> assertThat(
                        event.dueAt())
                .isEqualTo(day(18, 17)));
    }

    @Test
    void theSameMessageIsKeptOnce() {
        var once = accept(Situations.accepted(), new ReceiveMessage(MESSAGE, false, List.of(), null), day(5, 9))
                .next();

        assertThat(refuse(once, new ReceiveMessage(MESSAGE, false, List.of(), null), day(5, 9)))
                .isEqualTo(Refusal.NOTHING_TO_DO);
    }

    @Test
    void aFurtherPartCanShowWhoseItIs() {
        var found = accept(
                Situations.inTriage(),
                new ReceiveMessage(MESSAGE, true, List.of("xay", "dung"), Situations.toBuilding()),
                day(5, 9));

        assertThat(found.next().state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(found.next().report().texts()).hasSize(2);
        assertThat(found.next().lookup().words()).contains("xay");
        assertThat(found.events()).singleElement().isInstanceOf(CaseAssigned.class);
    }

    @Test
    void notSolvedIsShownToHomeAffairs() {
        var rated = accept(
                Situations.answered(), new RateAnswer(new Rating(Solved.NOT_SOLVED, 1, WORDS, day(4, 9))), day(4, 9));

        assertThat(rated.next().lookup().flagged()).isTrue();
        assertThat(rated.events()).isEmpty();
    }

    @Test
    void thereIsNothingToRateBeforeAnAnswer() {
        assertThat(refuse(
                        Situations.accepted(),
                        new RateAnswer(new Rating(Solved.SOLVED, 5, null, day(4, 9))),
                        day(4, 9)))
                .isEqualTo(Refusal.NOT_ANSWERED);
    }

    @Test
    void theReporterReopensWithinTheWindow() {
        var reopened = accept(Situations.answered(), new RequestReopening(WORDS, day(17, 16)), day(17, 16));

        assertThat(reopened.next().state()).isEqualTo(CaseState.REOPENED);
        assertThat(reopened.events()).singleElement().isInstanceOfSatisfying(CaseReopened.class, event -> {
            assertThat(event.dueAt()).isEqualTo(day(31, 17));
            assertThat(event.head()).isEqualTo(reopened.next().handling().head());
        });
    }

    @Test
    void aRequestMadeInTimeCountsEvenIfItIsReadLate() {
        var closed = Situations.sweep(Situations.answered(), day(18, 9)).file();

        assertThat(accept(closed, new RequestReopening(WORDS, day(17, 16)), day(18, 10))
                        .next()
                        .state())
                .isEqualTo(CaseState.REOPENED);
    }

    @Test
    void afterTheWindowTheReporterIsToldWhyNot() {
        var closed = Situations.sweep(Situations.answered(), day(18, 9)).file();
        var refused = accept(closed, new RequestReopening(WORDS, day(18, 10)), day(18, 10));

        assertThat(refused.next().state()).isEqualTo(CaseState.CLOSED);
        assertThat(refused.events()).singleElement().isInstanceOf(ReopeningRefused.class);
    }

    @Test
    void aCaseIsReopenedOnce() {
        var reopened = accept(Situations.answered(), new RequestReopening(WORDS, day(4, 9)), day(4, 9))
                .next();
        var again = accept(reopened, answer(), day(5, 9)).next();
        var refused = accept(again, new RequestReopening(WORDS, day(6, 9)), day(6, 9));

        assertThat(refused.events()).singleElement().isInstanceOfSatisfying(ReopeningRefused.class, event -> assertThat(
                        event.reason().vi())
                .contains("một lần"));
    }

    @Test
    void whoTakesAReportBackEndsTheCase() {
        var withdrawn = accept(Situations.waiting(), new ReporterWithdraws(null, day(4, 9)), day(4, 9));

        assertThat(withdrawn.next().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(withdrawn.next().lookup().nextDueAt()).isNull();
        assertThat(withdrawn.events()).singleElement().isInstanceOf(CaseWithdrawn.class);
        assertThat(refuse(withdrawn.next(), new WithdrawCase(WORDS), day(4, 9))).isEqualTo(Refusal.NOT_IN_THIS_STATE);
    }
}
