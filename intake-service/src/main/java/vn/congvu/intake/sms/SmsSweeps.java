package vn.congvu.intake.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.intake.twilio.TwilioApi;

/**
 * Finds what fell between two chairs: messages stored but not dealt with, and messages the provider has but could not deliver, since
 * it drops a webhook that failed. Both end where every message does.
 */
@Component
class SmsSweeps {
    private static final Logger log = LoggerFactory.getLogger(SmsSweeps.class);
    private static final Duration LOOKS_BACK = Duration.ofDays(1);
    /** A message younger than this may be at the webhook just now, which answers it at once. */
    private static final Duration WEBHOOKS_TURN = Duration.ofMinutes(2);

    private final SmsDesk desk;
    private final SmsLog messages;
    private final TwilioApi twilio;
    private final Clock clock;

    SmsSweeps(SmsDesk desk, SmsLog messages, TwilioApi twilio, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.twilio = twilio;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${complaints.intake.sms.sweep-every:PT20S}")
    void finish() {
        int found = desk.sweep();
        if (found > 0) {
            log.info("{} messages were left undone and are dealt with now", found);
        }
    }

    @Scheduled(
            initialDelayString = "${complaints.intake.sms.catch-up-every:PT10M}",
            fixedDelayString = "${complaints.intake.sms.catch-up-every:PT10M}")
    void catchUp() {
        if (!twilio.isConfigured()) {
            return;
        }
        try {
            var since = clock.instant().minus(LOOKS_BACK);
            int missed = 0;
            for (var message : twilio.messagesSince(LocalDate.ofInstant(since, ZoneOffset.UTC))) {
                missed += receiveIfMissed(message) ? 1 : 0;
            }
            if (missed > 0) {
                log.warn("{} messages had not come in by webhook and were fetched", missed);
            }
        } catch (TwilioApi.Unavailable away) {
            log.warn("could not ask the provider for missed messages: {}", away.getMessage());
        }
    }

    private boolean receiveIfMissed(TwilioApi.Message message) {
        var from = message.from();
        var sentAt = message.sentAt();
        if (from == null || sentAt != null && sentAt.isAfter(clock.instant().minus(WEBHOOKS_TURN))) {
            return false;
        }
        var body = message.body() == null ? "" : message.body();
        var sms = new InboundSms(TwilioSmsController.PROVIDER, message.sid(), from, body, sentAt);
        if (messages.find(sms.key()).isPresent()) {
            return false;
        }
        desk.receive(sms, false);
        return true;
    }
}
