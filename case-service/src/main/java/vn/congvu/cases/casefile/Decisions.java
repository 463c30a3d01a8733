package vn.congvu.cases.casefile;

import java.util.List;
import java.util.stream.Stream;
import vn.congvu.cases.casefile.CaseCommand.*;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.contracts.Event;

/** What each command makes of a case: pure, so that every rule can be read and tested as a sentence. */
public final class Decisions {
    private Decisions() {}

    /** A deadline that has passed is announced first, in the same write: an answer after it must not hide that it was missed. */
    public static Decision decide(CaseFile file, CaseCommand command, Circumstances now) {
        if (!isWork(command) || !Ticking.isMissed(file, now.now())) {
            return alone(file, command, now);
        }
        return switch (alone(file, new FireClocks(), now.as(Circumstances.SYSTEM))) {
            case Refused _ -> alone(file, command, now);
            case Accepted(CaseFile due, List<Event> told) ->
                switch (alone(due, command, now)) {
                    case Refused refused -> refused;
                    case Accepted(CaseFile next, List<Event> events) ->
                        new Accepted(
                                next,
                                Stream.concat(told.stream(), events.stream()).toList());
                };
        };
    }

    /** Done by staff now; what a reporter did counts from its own moment. */
    private static boolean isWork(CaseCommand command) {
        return switch (command) {
            case AcceptCase _,
                    DelegateCase _,
                    AskCitizen _,
                    ExtendCase _,
                    AnswerCase _,
                    ForwardCase _,
                    MergeCase _,
                    UnmergeCase _,
                    HandOverCase _,
                    ReopenCase _,
                    WithdrawCase _ -> true;
            case AddNote _,
                    DraftAnswer _,
                    SplitCase _,
                    JoinCase _,
                    LeaveCase _,
                    FollowDirectory _,
                    HandOverWithTarget _,
                    FinishTodo _,
                    AnswerWithTarget _,
                    ReceiveMessage _,
                    AddEvidence _,
                    RateAnswer _,
                    RequestReopening _,
                    ReporterWithdraws _,
                    ReporterAcknowledged _,
                    CountApology _,
                    FireClocks _,
                    MoveDeadlines _ -> false;
        };
    }

    private static Decision alone(CaseFile file, CaseCommand command, Circumstances now) {
        var change = new Change(file, now);
        return switch (command) {
            case AcceptCase _ -> Working.accept(change);
            case DelegateCase c -> Working.delegate(change, c);
            case AskCitizen c -> Working.ask(change, c);
            case ExtendCase c -> Working.extend(change, c);
            case AnswerCase c -> Working.answer(change, c);
            case DraftAnswer c -> Working.draft(change, c);
            case AddNote c -> Working.note(change, c);
            case ForwardCase c -> Sorting.forward(change, c);
            case MergeCase c -> Joining.merge(change, c);
            case JoinCase c -> Joining.join(change, c);
            case UnmergeCase _ -> Joining.unmerge(change);
            case LeaveCase c -> Joining.leave(change, c);
            case HandOverWithTarget c -> Joining.handOver(change, c);
            case FollowDirectory _ -> Succession.follow(change);
            case SplitCase c -> Sorting.split(change, c);
            case HandOverCase c -> Sorting.handOver(change, c);
            case FinishTodo c -> Sorting.finish(change, c);
            case AnswerWithTarget c -> Joining.answerWithTarget(change, c);
            case ReopenCase c -> Listening.reopen(change, c.reason(), now.now(), false);
            case WithdrawCase c -> Listening.withdraw(change, c.reason());
            case ReceiveMessage c -> Listening.message(change, c);
            case AddEvidence c -> Listening.evidence(change, c);
            case RateAnswer c -> Listening.rate(change, c);
            case RequestReopening c -> Listening.reopen(change, c.reason(), c.requestedAt(), true);
            case ReporterWithdraws c -> Listening.withdraw(change, c.reason());
            case ReporterAcknowledged c -> Listening.acknowledged(change, c);
            case CountApology c -> Listening.apology(change, c);
            case FireClocks _ -> Ticking.fire(change);
            case MoveDeadlines c -> Ticking.move(change, c);
        };
    }
}
