package vn.congvu.intake.tracking;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Queues;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAccepted;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseClosed;
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
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.contracts.notify.NoticeFailed;
import vn.congvu.intake.complaint.AnswerDates;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.inbox.Subscription;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class TrackingConfiguration {
    /** One queue for the whole exchange, so the answer dates come by here too. */
    @Bean
    Subscription followCases(ProgressBook book, AnswerDates answerDates) {
        return Subscription.to(Exchanges.CASES, Queues.INTAKE_FOLLOW_CASES.queue())
                .on(AnswerDatesPublished.class, answerDates::remember)
                .on(
                        CaseSentToTriage.class,
                        follow(book, CaseSentToTriage::complaintId, CaseSentToTriage::reference, Telling::sentToTriage))
                .on(
                        CaseAssigned.class,
                        follow(book, CaseAssigned::complaintId, CaseAssigned::reference, Telling::assigned))
                .on(
                        CaseAccepted.class,
                        follow(book, CaseAccepted::complaintId, CaseAccepted::reference, Telling::accepted))
                .on(
                        CaseForwarded.class,
                        follow(book, CaseForwarded::complaintId, CaseForwarded::reference, Telling::forwarded))
                .on(
                        CaseExtended.class,
                        follow(book, CaseExtended::complaintId, CaseExtended::reference, Telling::extended))
                .on(
                        QuestionAsked.class,
                        follow(book, QuestionAsked::complaintId, QuestionAsked::reference, Telling::asked))
                .on(
                        QuestionAnswered.class,
                        follow(book, QuestionAnswered::complaintId, QuestionAnswered::reference, Telling::resumed))
                .on(
                        CaseAnswered.class,
                        follow(book, CaseAnswered::complaintId, CaseAnswered::reference, Telling::answered))
                .on(
                        CaseReopened.class,
                        follow(book, CaseReopened::complaintId, CaseReopened::reference, Telling::reopened))
                .on(
                        ReopeningRefused.class,
                        follow(
                                book,
                                ReopeningRefused::complaintId,
                                ReopeningRefused::reference,
                                Telling::reopeningRefused))
                .on(
                        CaseHandedOver.class,
                        follow(book, CaseHandedOver::complaintId, CaseHandedOver::reference, Telling::handedOver))
                .on(CaseMerged.class, follow(book, CaseMerged::complaintId, CaseMerged::reference, Telling::merged))
                .on(
                        CaseUnmerged.class,
                        follow(book, CaseUnmerged::complaintId, CaseUnmerged::reference, Telling::unmerged))
                .on(CaseMoved.class, follow(book, CaseMoved::complaintId, CaseMoved::reference, Telling::moved))
                .on(CaseSplit.class, follow(book, CaseSplit::complaintId, CaseSplit::reference, Telling::split))
                .on(
                        CaseWithdrawn.class,
                        follow(book, CaseWithdrawn::complaintId, CaseWithdrawn::reference, Telling::withdrawn))
                .on(CaseClosed.class, follow(book, CaseClosed::complaintId, CaseClosed::reference, Telling::closed))
                .on(
                        DeadlineBreached.class,
                        follow(book, DeadlineBreached::complaintId, DeadlineBreached::reference, Telling::breached))
                .on(
                        BreachEscalated.class,
                        follow(book, BreachEscalated::complaintId, BreachEscalated::reference, Telling::escalated))
                .on(
                        DeadlineMoved.class,
                        follow(book, DeadlineMoved::complaintId, DeadlineMoved::reference, Telling::moved))
                .build();
    }

    @Bean
    Subscription followNotices(ProgressBook book) {
        return Subscription.to(Exchanges.NOTIFY, Queues.INTAKE_FOLLOW_NOTICES.queue())
                .on(
                        ApologyPublished.class,
                        follow(book, ApologyPublished::complaintId, ApologyPublished::reference, Telling::apologised))
                .on(ApologyOutcomeAdded.class, book::applyOutcome)
                .on(
                        NoticeFailed.class,
                        follow(book, NoticeFailed::complaintId, NoticeFailed::reference, Telling::notReached))
                .build();
    }

    @Bean
    Migration progressIndexes() {
        return new Migration("0103-progress-indexes", mongo -> mongo.indexOps(Progress.class)
                .createIndex(new Index("apologies.apologyId", Sort.Direction.ASC).named("by_apology")));
    }

    private static <E extends Event> Consumer<Received<E>> follow(
            ProgressBook book,
            Function<E, @Nullable String> complaintId,
            Function<E, String> reference,
            BiFunction<Progress, E, Progress> telling) {
        return received ->
                book.apply(received, complaintId.apply(received.event()), reference.apply(received.event()), telling);
    }
}
