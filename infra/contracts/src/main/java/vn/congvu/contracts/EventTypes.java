package vn.congvu.contracts;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.congvu.contracts.cases.AgencyWithoutHead;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.contracts.cases.AnswerDrafted;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAccepted;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.CaseDelegated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseForwarded;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.CorruptionReported;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.cases.NoteAdded;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.ComplaintWithdrawn;
import vn.congvu.contracts.intake.DataRequestAnswered;
import vn.congvu.contracts.intake.DataRequestOverdue;
import vn.congvu.contracts.intake.DataRequestReceived;
import vn.congvu.contracts.intake.EvidenceAdded;
import vn.congvu.contracts.intake.ReopeningRequested;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.contracts.notify.NoticeFailed;
import vn.congvu.contracts.notify.NoticeSent;

/** Every event there is, by its routing key. A test proves that none is left out and that each has a golden sample. */
public final class EventTypes {
    private static final List<Class<? extends Event>> ALL = List.of(
            ComplaintMessageAdded.class,
            ComplaintRated.class,
            ComplaintReceived.class,
            ComplaintWithdrawn.class,
            DataRequestAnswered.class,
            DataRequestOverdue.class,
            DataRequestReceived.class,
            EvidenceAdded.class,
            ReopeningRequested.class,
            AgencyWithoutHead.class,
            AnswerDrafted.class,
            AnswerDatesPublished.class,
            BreachEscalated.class,
            CaseAccepted.class,
            CaseAnswered.class,
            CaseAssigned.class,
            CaseClosed.class,
            CaseDelegated.class,
            CaseExtended.class,
            CaseForwarded.class,
            CaseHandedOver.class,
            CaseMerged.class,
            CaseMoved.class,
            CaseReopened.class,
            CaseSentToTriage.class,
            CaseSplit.class,
            CaseUnmerged.class,
            CaseWithdrawn.class,
            CorruptionReported.class,
            DeadlineBreached.class,
            DeadlineMoved.class,
            DeadlineWarned.class,
            DossierFinished.class,
            DossierRescheduled.class,
            NoteAdded.class,
            QuestionAnswered.class,
            QuestionAsked.class,
            ReopeningRefused.class,
            ApologyOutcomeAdded.class,
            ApologyPublished.class,
            NoticeFailed.class,
            NoticeSent.class);
    private static final Map<String, Class<? extends Event>> BY_KEY =
            ALL.stream().collect(toUnmodifiableMap(EventTypes::keyOf, Function.identity()));

    private EventTypes() {}

    public static List<Class<? extends Event>> all() {
        return ALL;
    }

    public static String keyOf(Class<? extends Event> event) {
        return event.getAnnotation(EventType.class).value();
    }

    /** Empty for a type, or a major version, that this build does not know. */
    public static Optional<Class<? extends Event>> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
