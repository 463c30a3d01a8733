package vn.congvu.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.Dialogue.Message;
import vn.congvu.cases.casefile.Dialogue.Rating;
import vn.congvu.cases.casefile.Report.Evidence;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SealedText;

/** Everything that may be asked of a case: by staff, by its reporter, by the clock. Words come sealed. */
public sealed interface CaseCommand {
    /** The head takes it on. */
    record AcceptCase() implements CaseCommand {}

    /** The head gives the work to an officer and stays responsible. */
    record DelegateCase(Office officer) implements CaseCommand {}

    /** Waits for the reporter; the clock stands still. */
    record AskCitizen(String questionId, SealedText question) implements CaseCommand {}

    /**
     * Another agency must answer. From triage it assigns the case and is nobody's transfer.
     *
     * @param to the agency that was named
     * @param routing where the rules lead from there: its head, the superior with a conflict of interest, or triage
     */
    record ForwardCase(
            AgencyRef to,
            Routing routing,
            SealedText reason,
            @Nullable ComplaintKind kind,
            List<Misconduct> misconducts,
            @Nullable Severity severity)
            implements CaseCommand {}

    /** @param until the new day, absent for as long again as the limit was */
    record ExtendCase(SealedText reason, @Nullable LocalDate until) implements CaseCommand {}

    /**
     * @param measures to persons
     * @param collective measures to a collective: an office, or the agency itself
     */
    record AnswerCase(SealedText answer, Finding finding, List<Measure> measures, List<Measure> collective)
            implements CaseCommand {
        AnswerCase(SealedText answer, Finding finding, List<Measure> measures) {
            this(answer, finding, measures, List.of());
        }
    }

    /** @param forTheHead whether an officer lays it before the head */
    record DraftAnswer(
            SealedText text,
            @Nullable Finding finding,
            List<Measure> measures,
            List<Measure> collective,
            boolean forTheHead)
            implements CaseCommand {}

    /** The same matter as another case, which has taken it with {@link JoinCase} before. */
    record MergeCase(String intoCaseId, String intoReference) implements CaseCommand {}

    /**
     * A duplicate comes in: its reporter is answered with this case.
     *
     * @param hiddenFrom the agencies that must not see the duplicate, and so must not answer it with this case either
     */
    record JoinCase(String caseId, String reference, Set<String> hiddenFrom) implements CaseCommand {}

    /** Not the same matter after all: it stands on its own again. */
    record UnmergeCase() implements CaseCommand {}

    /** A case that was joined to this one stands on its own again. */
    record LeaveCase(String caseId, String reference) implements CaseCommand {}

    /** @param bySorter whether Home Affairs does it, whose assignments are nobody's transfer */
    record SplitCase(SealedText text, @Nullable String agencyCode, ComplaintKind kind, boolean bySorter)
            implements CaseCommand {}

    /** @param bySorter whether Home Affairs does it, which alone may after the legal ceiling */
    record HandOverCase(Bilingual to, SealedText advice, boolean bySorter) implements CaseCommand {}

    record AddNote(SealedText note) implements CaseCommand {}

    /** Staff reopen it, within the same bounds as its reporter. */
    record ReopenCase(SealedText reason) implements CaseCommand {}

    /** Staff write down that the reporter took it back. */
    record WithdrawCase(SealedText reason) implements CaseCommand {}

    /**
     * The reporter wrote again.
     *
     * @param part of the complaint itself, so that triage may see it in another light
     * @param words folded, for search
     * @param rerouted where the rules lead with the new words, asked only in triage
     */
    record ReceiveMessage(
            Message message,
            boolean part,
            List<String> words,
            @Nullable Routing rerouted) implements CaseCommand {}

    record AddEvidence(Evidence evidence) implements CaseCommand {}

    record RateAnswer(Rating rating) implements CaseCommand {}

    /** The reporter says that it is not settled. */
    record RequestReopening(SealedText reason, Instant requestedAt) implements CaseCommand {}

    /** The reporter took it back. */
    record ReporterWithdraws(@Nullable SealedText reason, Instant at) implements CaseCommand {}

    /** The reporter was told the reference. */
    record ReporterAcknowledged(Instant at) implements CaseCommand {}

    /** An apology for it stands on the public board. */
    record CountApology(String number, Instant publishedAt, String agencyCode) implements CaseCommand {}

    /** Does what the clocks ask for now. */
    record FireClocks() implements CaseCommand {}

    /** Counts all open deadlines again, because calendar, office hours or policy changed. */
    record MoveDeadlines(Bilingual why) implements CaseCommand {}

    /** Something it had to do to another case is done. */
    record FinishTodo(Dialogue.Todo todo) implements CaseCommand {}

    /** Goes where the directory of today says: to a successor, or to another head. */
    record FollowDirectory() implements CaseCommand {}

    /** The case it was joined to was handed over. */
    record HandOverWithTarget(Bilingual to, SealedText advice) implements CaseCommand {}

    /** The case it was joined to is answered, and so is its reporter. */
    record AnswerWithTarget(Dialogue.Answer answer) implements CaseCommand {}
}
