package vn.congvu.notify.notice;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.notify.channel.Mailer;
import vn.congvu.notify.channel.Medium;
import vn.congvu.notify.channel.Outcome;
import vn.congvu.notify.channel.SmsProvider;
import vn.congvu.notify.channel.TextHash;
import vn.congvu.notify.site.Site;
import vn.congvu.notify.template.Messages;
import vn.congvu.notify.template.SmsParts;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.outbox.StaleRevisionException;
import vn.congvu.platform.sealing.Sealer;

/** Sends one claimed notice: records that it is being sent, calls the provider, records what came of it. */
@Component
class Deliverer {
    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

    private final Ledger ledger;
    private final Addressing addressing;
    private final Messages messages;
    private final Sealer sealer;
    private final SmsProvider sms;
    private final Mailer mailer;
    private final Letters letters;
    private final DailyCaps caps;
    private final QuietHours quietHours;
    private final DeliverySettings settings;
    private final Site site;
    private final Clock clock;
    private final IntervalFunction retryAfter;

    Deliverer(
            Ledger ledger,
            Addressing addressing,
            Messages messages,
            Sealer sealer,
            SmsProvider sms,
            Mailer mailer,
            Letters letters,
            DailyCaps caps,
            QuietHours quietHours,
            DeliverySettings settings,
            Site site,
            Clock clock) {
        this.ledger = ledger;
        this.addressing = addressing;
        this.messages = messages;
        this.sealer = sealer;
        this.sms = sms;
        this.mailer = mailer;
        this.letters = letters;
        this.caps = caps;
        this.quietHours = quietHours;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
        this.retryAfter =
                IntervalFunction.ofExponentialRandomBackoff(settings.firstRetry(), 2, 0.2, settings.longestRetry());
    }

    void send(Notice notice) {
        var now = clock.instant();
        var quietUntil = quietUntil(notice, now);
        if (quietUntil != null) {
            ledger.change(notice.id(), delivery -> delivery.waitsUntil(quietUntil, "quiet-hours"));
            return;
        }
        switch (addressing.of(notice)) {
            case Addressing.Address.None(var why) -> ledger.change(notice.id(), delivery -> delivery.suppressed(why));
            case Addressing.Address.NotNow(var why) ->
                ledger.change(notice.id(), delivery -> delivery.failedSafely(again(notice), why));
            case Addressing.Address.Phone(var number) -> sendSms(notice, number);
            case Addressing.Address.Mail(var address, var person) -> sendMail(notice, address, person);
        }
    }

    private @Nullable Instant quietUntil(Notice notice, Instant now) {
        var immediateUntil = notice.immediateUntil();
        boolean mayWake = notice.office() != null || immediateUntil != null && now.isBefore(immediateUntil);
        return mayWake ? null : quietHours.endIfQuiet(now, site.zone()).orElse(null);
    }

    private void sendSms(Notice notice, String number) {
        if (!sms.available()) {
            ledger.change(notice.id(), delivery -> delivery.failedSafely(again(notice), "provider-away"));
            return;
        }
        var text = written(notice, () -> messages.sms(notice.kind(), notice.language(), values(notice)));
        if (text == null) {
            return;
        }
        var today = site.day(clock.instant());
        if (!today.equals(notice.delivery().countedOn())) {
            var full = caps.take(today, number);
            if (full.isPresent()) {
                var tomorrow = today.plusDays(1).atStartOfDay(site.zone()).toInstant();
                ledger.change(notice.id(), delivery -> delivery.heldUntil(tomorrow, full.get()));
                return;
            }
        }
        handOver(
                notice,
                Medium.SMS,
                text,
                SmsParts.of(text).parts(),
                today,
                () -> call(new SmsProvider.Sms(notice.id(), number, text)));
    }

    private Outcome call(SmsProvider.Sms text) {
        Failpoint.NOTICE_UNCALLED.pass();
        var outcome = sms.send(text);
        Failpoint.NOTICE_UNRECORDED.pass();
        return outcome;
    }

    private void sendMail(Notice notice, String address, Letters.@Nullable To person) {
        var mail = written(notice, () -> {
            var text = messages.mail(notice.kind(), notice.language(), values(notice));
            return new Mailer.Mail(notice.id(), address, text.subject(), text.text(), letter(notice, person));
        });
        if (mail != null) {
            handOver(notice, Medium.EMAIL, mail.text(), 0, null, () -> mailer.send(mail));
        }
    }

    private Mailer.@Nullable Attachment letter(Notice notice, Letters.@Nullable To person) {
        var id = notice.letterId();
        return id == null || person == null
                ? null
                : letters.of(id, person)
                        .map(pdf -> new Mailer.Attachment(pdf.name(), pdf.content()))
                        .orElse(null);
    }

    private void handOver(
            Notice notice, Medium medium, String text, int parts, @Nullable LocalDate counted, Supplier<Outcome> call) {
        long began = System.nanoTime();
        var start = clock.instant();
        var lookUpAt = start.plus(settings.lookUpAfter().getFirst());
        var sending = notice.delivery().sending(medium, TextHash.of(text), parts, start, lookUpAt, counted);
        Notice recorded;
        try {
            recorded = ledger.write(notice, notice.with(sending));
        } catch (StaleRevisionException somebodyElse) {
            log.debug("notice {} is in other hands", notice.id());
            return;
        }
        if (System.nanoTime() - began > settings.lookUpAfter().getFirst().toNanos() / 2) {
            log.warn("notice {}: stood still before the call, so it is looked up instead", notice.id());
            return;
        }
        var outcome = call.get();
        var now = clock.instant();
        ledger.change(
                recorded, delivery -> delivery.answered(sending.attempts(), outcome, now, again(notice), lookUpAt));
        log.info("notice {} ({}) by {}: {}", notice.id(), notice.kind(), medium, outcome);
    }

    /** Null when the text can't be written; the notice then waits for a person. */
    private <T> @Nullable T written(Notice notice, Supplier<T> text) {
        try {
            return text.get();
        } catch (IllegalArgumentException unreadable) {
            log.error("notice {}: its words can't be opened or written", notice.id(), unreadable);
            ledger.change(notice.id(), delivery -> delivery.failed("unreadable-words"));
            return null;
        }
    }

    private TreeMap<String, String> values(Notice notice) {
        var values = new TreeMap<>(notice.values());
        notice.words().forEach((name, words) -> values.put(name, sealer.open(words)));
        return values;
    }

    private Instant again(Notice notice) {
        int tries = Math.min(notice.delivery().failures() + 1, 20);
        return clock.instant().plusMillis(retryAfter.apply(tries));
    }
}
