package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCommand.AnswerWithTarget;
import vn.congvu.cases.casefile.CaseCommand.HandOverCase;
import vn.congvu.cases.casefile.CaseCommand.HandOverWithTarget;
import vn.congvu.cases.casefile.CaseCommand.JoinCase;
import vn.congvu.cases.casefile.CaseCommand.LeaveCase;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.CaseCommand.ReporterWithdraws;
import vn.congvu.cases.casefile.CaseCommand.RequestReopening;
import vn.congvu.cases.casefile.CaseCommand.UnmergeCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.ReopeningRefused;

class JoiningTests {
    private static final Instant TUESDAY = Situations.day(3, 9);
    private static final Instant WEDNESDAY = Situations.day(4, 9);

    @Test
    void anUndoneMergePutsTheCaseBackWhereItStood() {
        var before = Situations.accepted();
        var merged = merged(before);

        var undone = Situations.accept(merged, new UnmergeCase(), WEDNESDAY);
        var after = undone.next();

        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.handling()).isEqualTo(before.handling());
        assertThat(after.watch(RESOLVE)).isEqualTo(before.watch(RESOLVE));
        assertThat(after.ending()).isNull();
        assertThat(after.lookup().open()).isTrue();
        assertThat(after.lookup().mergedInto()).isNull();
        assertThat(after.lookup().nextDueAt()).isNotNull();
        assertThat(after.todo()).extracting(Todo::kind).containsExactly(Todo.Kind.LEAVE_TARGET);
        assertThat(undone.events()).singleElement().isInstanceOfSatisfying(CaseUnmerged.class, event -> {
            assertThat(event.fromReference()).isEqualTo("TARGET");
            assertThat(event.accepted()).isTrue();
            assertThat(event.dueAt()).isEqualTo(Situations.TEN_DAYS_LATER);
        });
        assertThat(after.history()).anyMatch(e -> e.what().vi().startsWith("Không cùng nội dung"));
    }

    @Test
    void aCaseOfTriageWaitsThereAgain() {
        var after = Situations.accept(merged(Situations.inTriage()), new UnmergeCase(), WEDNESDAY)
                .next();

        assertThat(after.state()).isEqualTo(CaseState.TRIAGE);
        assertThat(after.lookup().assignedTo()).isNull();
    }

    @Test
    void theTimeThatPassedIsNoExcuse() {
        var late = Situations.day(17, 9);

        var after = Situations.accept(merged(Situations.accepted()), new UnmergeCase(), late)
                .next();

        assertThat(Ticking.isMissed(after, late)).isTrue();
    }

    @Test
    void aWaitForTheReporterEndedWhenItWasJoined() {
        var after = Situations.accept(
                        merged(Situations.waiting(), Situations.day(4, 9)), new UnmergeCase(), Situations.day(5, 9))
                .next();

        assertThat(after.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(after.openQuestion()).isEmpty();
        assertThat(after.watch(RESOLVE)).get().satisfies(w -> assertThat(w.running())
                .isTrue());
        assertThat(after.watch(RESOLVE).map(Watch::dueAt)).contains(Situations.day(17, 17));
    }

    @Test
    void whoWasAnsweredWithAnotherCaseMayReopenTheOwnOneOnce() {
        var answer = Situations.answered().answer().orElseThrow();
        for (var before : List.of(Situations.accepted(), Situations.inTriage())) {
            var told = Situations.accept(merged(before), new AnswerWithTarget(answer), WEDNESDAY)
                    .next();

            var reopened = Situations.accept(told, reopening(Situations.day(5, 9)), Situations.day(5, 9));
            var file = reopened.next();

            assertThat(file.state()).isEqualTo(CaseState.REOPENED);
            assertThat(file.lookup().assignedTo()).isEqualTo("SXD");
            assertThat(file.lookup().mergedInto()).isNull();
            assertThat(file.lookup().dueAt()).isEqualTo(Situations.day(19, 17));
            assertThat(file.todo()).extracting(Todo::kind).containsExactly(Todo.Kind.LEAVE_TARGET);
            assertThat(reopened.events()).hasExactlyElementsOfTypes(CaseReopened.class);
            assertThat(Situations.accept(file, reopening(Situations.day(6, 9)), Situations.day(6, 9))
                            .events())
                    .as("once")
                    .hasExactlyElementsOfTypes(ReopeningRefused.class);
        }
    }

    @Test
    void aJoinedCaseIsNotReopenedBeforeItsAnswerNorAfterTheWindow() {
        var answer = Situations.answered().answer().orElseThrow();
        var waiting = merged(Situations.accepted());
        var told = Situations.accept(waiting, new AnswerWithTarget(answer), WEDNESDAY)
                .next();
        var tooLate = answer.reopenUntil().plusSeconds(1);

        for (var refused : List.of(
                Situations.accept(waiting, reopening(WEDNESDAY), WEDNESDAY),
                Situations.accept(told, reopening(tooLate), tooLate))) {
            assertThat(refused.events()).hasExactlyElementsOfTypes(ReopeningRefused.class);
            assertThat(refused.next().state()).isEqualTo(CaseState.MERGED);
        }
    }

    private static RequestReopening reopening(Instant at) {
        return new RequestReopening(Situations.WORDS, at);
    }

    @Test
    void whatItsReporterWasToldIsNotUndone() {
        var answer = Situations.answered().answer().orElseThrow();
        var told = Situations.accept(merged(Situations.accepted()), new AnswerWithTarget(answer), WEDNESDAY)
                .next();
        var handedOver = Situations.accept(
                        merged(Situations.accepted()),
                        new HandOverWithTarget(new Bilingual("Thanh tra", "Inspectorate"), Situations.WORDS),
                        WEDNESDAY)
                .next();

        assertThat(Situations.refuse(told, new UnmergeCase(), WEDNESDAY)).isEqualTo(Refusal.ANSWERED_WITH_OTHER);
        assertThat(Situations.refuse(handedOver, new UnmergeCase(), WEDNESDAY))
                .isEqualTo(Refusal.HANDED_OVER_WITH_OTHER);
        assertThat(Situations.refuse(Situations.accepted(), new UnmergeCase(), WEDNESDAY))
                .isEqualTo(Refusal.NOT_MERGED);
    }

    @Test
    void theOtherCaseForgetsItOnce() {
        var target = Situations.accept(Situations.accepted(), new JoinCase("d", "DUPLICATE", Set.of()), TUESDAY)
                .next();

        var left = Situations.accept(target, new LeaveCase("d", "DUPLICATE"), WEDNESDAY)
                .next();

        assertThat(left.joined()).isEmpty();
        assertThat(left.history()).anyMatch(e -> e.what().vi().contains("được tách ra lại"));
        assertThat(Situations.refuse(left, new LeaveCase("d", "DUPLICATE"), WEDNESDAY))
                .isEqualTo(Refusal.NOTHING_TO_DO);
    }

    @Test
    void nobodyIsLeftBehindWhenTheCaseThatStaysEndsWithoutAnAnswer() {
        var target = Situations.accept(Situations.accepted(), new JoinCase("d", "DUPLICATE", Set.of()), TUESDAY)
                .next();

        var withdrawn = Situations.accept(target, new ReporterWithdraws(null, WEDNESDAY), WEDNESDAY)
                .next();
        var handedOver = Situations.accept(
                        target,
                        new HandOverCase(new Bilingual("Thanh tra", "Inspectorate"), Situations.WORDS, true),
                        WEDNESDAY)
                .next();

        assertThat(withdrawn.todo()).extracting(Todo::kind).containsExactly(Todo.Kind.RELEASE_MERGED);
        assertThat(handedOver.todo()).extracting(Todo::kind).containsExactly(Todo.Kind.HAND_OVER_MERGED);
        var duplicate = Situations.accept(
                merged(Situations.accepted()),
                new HandOverWithTarget(new Bilingual("Thanh tra", "Inspectorate"), Situations.WORDS),
                WEDNESDAY);
        assertThat(duplicate.next().state()).isEqualTo(CaseState.HANDED_OVER);
        assertThat(duplicate.events()).singleElement().isInstanceOf(CaseHandedOver.class);
    }

    private static CaseFile merged(CaseFile file) {
        return merged(file, TUESDAY);
    }

    private static CaseFile merged(CaseFile file, Instant at) {
        var merged =
                Situations.accept(file, new MergeCase("target", "TARGET"), at).next();
        // what the desk does right after
        return Situations.accept(
                        merged, new CaseCommand.FinishTodo(merged.todo().getFirst()), at)
                .next();
    }
}
