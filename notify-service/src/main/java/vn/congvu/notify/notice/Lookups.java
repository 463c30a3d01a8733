package vn.congvu.notify.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.notify.channel.Lookup;
import vn.congvu.notify.channel.SmsProvider;

/**
 * Finds out what became of a message whose sending was cut off, by a crash or a broken connection. Only a provider that answers
 * at every look-up that it never had the message makes it be sent again; a provider that stays silent makes it a case for a person.
 */
@Component
class Lookups {
    private static final Logger log = LoggerFactory.getLogger(Lookups.class);

    private final Ledger ledger;
    private final Addressing addressing;
    private final SmsProvider sms;
    private final DeliverySettings settings;
    private final Clock clock;

    Lookups(Ledger ledger, Addressing addressing, SmsProvider sms, DeliverySettings settings, Clock clock) {
        this.ledger = ledger;
        this.addressing = addressing;
        this.sms = sms;
        this.settings = settings;
        this.clock = clock;
    }

    void lookUp(Notice notice) {
        var attempt = notice.delivery().attempt();
        if (attempt == null) {
            return;
        }
        switch (attempt.medium()) {
            case EMAIL -> afterAMail(notice);
            case SMS -> afterAnSms(notice, attempt);
        }
    }

    /** A second copy to an office carries the same Message-ID and does no harm; a person is not written to twice. */
    private void afterAMail(Notice notice) {
        var now = clock.instant();
        ifStill(
                notice,
                delivery ->
                        notice.office() == null ? delivery.forAPerson() : delivery.again(now, "sent-again-same-id"));
    }

    private void afterAnSms(Notice notice, Attempt attempt) {
        switch (addressing.of(notice)) {
            case Addressing.Address.Phone(var number) ->
                decide(notice, attempt, sms.find(number, attempt.textHash(), id -> belongsToAnother(id, notice)));
            case Addressing.Address.NotNow(var why) -> noAnswer(notice, attempt, why);
            case Addressing.Address.None _, Addressing.Address.Mail _ -> ifStill(notice, Delivery::forAPerson);
        }
    }

    private void decide(Notice notice, Attempt attempt, Lookup lookup) {
        switch (lookup) {
            case Lookup.Found(var id) -> {
                log.info("notice {}: the provider has it", notice.id());
                var now = clock.instant();
                ifStill(notice, delivery -> delivery.sent(id, now));
            }
            case Lookup.Absent _ -> absent(notice, attempt);
            case Lookup.NoAnswer(var why) -> noAnswer(notice, attempt, why);
        }
    }

    private void absent(Notice notice, Attempt attempt) {
        var schedule = settings.lookUpAfter();
        int done = attempt.lookups() + 1;
        if (done < schedule.size()) {
            var next = later(attempt.startedAt().plus(schedule.get(done)));
            ifStill(notice, delivery -> delivery.notThereYet(next));
        } else if (attempt.number() <= settings.resendsWhenAbsent()) {
            log.warn("notice {}: the provider never had it, so it is sent again", notice.id());
            var now = clock.instant();
            ifStill(notice, delivery -> delivery.again(now, "not-at-provider"));
        } else {
            ifStill(notice, Delivery::forAPerson);
        }
    }

    private void noAnswer(Notice notice, Attempt attempt, String why) {
        var now = clock.instant();
        var waited = Duration.between(attempt.startedAt(), now);
        boolean tooLong = waited.compareTo(settings.giveUpAskingAfter()) > 0;
        var pause = waited.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : waited;
        ifStill(notice, delivery -> tooLong ? delivery.forAPerson() : delivery.askAgain(later(now.plus(pause)), why));
    }

    private void ifStill(Notice notice, UnaryOperator<Delivery> decision) {
        ledger.change(notice.id(), delivery -> {
            boolean sameAttempt = delivery.attempts() == notice.delivery().attempts();
            boolean open = delivery.state() == State.SENDING || delivery.state() == State.UNKNOWN;
            return sameAttempt && open ? decision.apply(delivery) : delivery;
        });
    }

    private boolean belongsToAnother(String providerId, Notice notice) {
        return ledger.withProviderId(providerId)
                .filter(other -> !other.id().equals(notice.id()))
                .isPresent();
    }

    /** Never in the past, so that look-ups after a long standstill still have some time between them. */
    private Instant later(Instant planned) {
        var soonest = clock.instant().plus(settings.lookUpAfter().getFirst());
        return planned.isAfter(soonest) ? planned : soonest;
    }
}
