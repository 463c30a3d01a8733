package vn.congvu.notify.follow;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Queues;
import vn.congvu.contracts.cases.AgencyWithoutHead;
import vn.congvu.contracts.cases.AnswerDrafted;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseDelegated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.CorruptionReported;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.DataRequestAnswered;
import vn.congvu.contracts.intake.DataRequestOverdue;
import vn.congvu.contracts.intake.DataRequestReceived;
import vn.congvu.notify.apology.ApologyDesk;
import vn.congvu.notify.notice.Notices;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.inbox.Subscription;

/**
 * Follows the other services: first the apology, since its number stands in the message, then the messages. Every effect has an id
 * from its event, so an event that comes again changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class Following {
    private final WhoIsTold whoIsTold;
    private final Notices notices;
    private final ApologyDesk apologies;

    Following(WhoIsTold whoIsTold, Notices notices, ApologyDesk apologies) {
        this.whoIsTold = whoIsTold;
        this.notices = notices;
        this.apologies = apologies;
    }

    @Bean
    Subscription complaints() {
        return Subscription.to(Exchanges.INTAKE, Queues.NOTIFY_FOLLOW_COMPLAINTS.queue())
                .on(ComplaintReceived.class, this::tell)
                .on(DataRequestReceived.class, this::tell)
                .on(DataRequestOverdue.class, this::tell)
                .on(DataRequestAnswered.class, this::tell)
                .build();
    }

    @Bean
    Subscription cases() {
        return Subscription.to(Exchanges.CASES, Queues.NOTIFY_FOLLOW_CASES.queue())
                .on(CaseAssigned.class, this::tell)
                .on(CaseMoved.class, this::tell)
                .on(CaseUnmerged.class, this::tell)
                .on(CorruptionReported.class, this::tell)
                .on(AgencyWithoutHead.class, this::tell)
                .on(QuestionAsked.class, this::tell)
                .on(CaseDelegated.class, this::tell)
                .on(AnswerDrafted.class, this::tell)
                .on(QuestionAnswered.class, this::tell)
                .on(CaseReopened.class, this::tell)
                .on(ReopeningRefused.class, this::tell)
                .on(DeadlineWarned.class, this::tell)
                .on(BreachEscalated.class, this::tell)
                .on(CaseExtended.class, extended -> tell(extended, apologies.extended(extended.event())))
                .on(DossierRescheduled.class, moved -> tell(moved, apologies.rescheduled(moved.event())))
                .on(DeadlineBreached.class, this::breached)
                .on(CaseAnswered.class, answered -> {
                    apologies.answered(answered);
                    tell(answered);
                })
                .on(CaseHandedOver.class, handedOver -> {
                    apologies.handedOver(handedOver);
                    tell(handedOver);
                })
                .on(CaseMerged.class, merged -> {
                    apologies.merged(merged);
                    tell(merged);
                })
                .on(CaseWithdrawn.class, apologies::withdrawn)
                .on(DossierFinished.class, apologies::finished)
                .build();
    }

    /** Where the head signs first, the person's message waits with the letter; the offices are told at once. */
    private void breached(Received<DeadlineBreached> received) {
        var breach = received.event();
        if (!breach.apologyOwed()) {
            tell(received);
        } else if (apologies.isSignedFirst(breach.agency())) {
            var signBy = apologies.missedToSign(breach, whoIsTold.persons(received));
            whoIsTold.offices(received, signBy).forEach(notices::tell);
        } else {
            tell(received, apologies.missed(breach));
        }
    }

    private void tell(Received<? extends Event> received) {
        tell(received, null);
    }

    private void tell(Received<? extends Event> received, ApologyDesk.@Nullable Published apology) {
        whoIsTold.about(received, apology).forEach(notices::tell);
    }
}
