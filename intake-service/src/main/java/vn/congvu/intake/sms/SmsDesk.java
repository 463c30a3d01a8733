package vn.congvu.intake.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Language;
import vn.congvu.intake.complaint.Acceptance;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.complaint.Submission;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.phone.PhoneNumber;
import vn.congvu.intake.sms.SmsMessage.Effect;
import vn.congvu.intake.sms.SmsMessage.Outcome;
import vn.congvu.intake.tracking.Dialogue;
import vn.congvu.intake.tracking.Scores;
import vn.congvu.intake.vault.Person;
import vn.congvu.intake.vault.Vault;
import vn.congvu.intake.vault.Vaulted;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.text.CleanText;

/**
 * Deals with text messages, whichever provider carries them: first the record, then its effect, then the answer. Every step finds
 * itself done when it is repeated.
 */
@Component
class SmsDesk {
    private static final Logger log = LoggerFactory.getLogger(SmsDesk.class);
    /** The request that brought a message has this long to deal with it before the sweep does. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_TRIES = 100;
    private static final int LONGEST_SENDER = 40;

    private final SmsLog messages;
    private final Acceptance acceptance;
    private final Complaints complaints;
    private final SenderReports reports;
    private final Dialogue dialogue;
    private final Vault vault;
    private final Clock clock;

    SmsDesk(
            SmsLog messages,
            Acceptance acceptance,
            Complaints complaints,
            SenderReports reports,
            Dialogue dialogue,
            Vault vault,
            Clock clock) {
        this.messages = messages;
        this.acceptance = acceptance;
        this.complaints = complaints;
        this.reports = reports;
        this.dialogue = dialogue;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Takes a message in, once, and deals with it.
     *
     * @param answeredAtOnce whether the provider carries the answer to the sender
     */
    Outcome receive(InboundSms sms, boolean answeredAtOnce) {
        var sender = sender(sms.from());
        vault.heardFrom(sender);
        var vaulted = vault.store(sms.key(), Person.calling(sender));
        var receivedAt =
                Optional.ofNullable(sms.receivedAt()).orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
        var message = new SmsMessage(
                sms.key(),
                vault.personKey(sender),
                Objects.requireNonNull(vaulted.contactRef()),
                sms.text(),
                receivedAt,
                answeredAtOnce,
                true,
                clock.instant().plus(PATIENCE),
                0,
                null);
        return messages.record(message)
                ? messages.settle(message.key(), effect(message, vaulted))
                : dealAgain(messages.get(message.key()));
    }

    /** What a process left undone that died in the middle. */
    int sweep() {
        var due = messages.claimDue(clock.instant(), PATIENCE);
        for (var message : due) {
            try {
                dealAgain(message);
            } catch (RuntimeException failure) {
                log.error("message {} could not be dealt with and is tried again", message.key(), failure);
            }
        }
        return due.size();
    }

    /** The effect may have come about without being noted. */
    private Outcome dealAgain(SmsMessage message) {
        if (message.outcome() != null) {
            return message.outcome();
        }
        var outcome = complaints
                .byMessage(message.key())
                .map(complaint -> added(complaint, message))
                .orElseGet(() -> effect(message, vault.owner(message.contactRef())));
        return messages.settle(message.key(), outcome);
    }

    private Outcome effect(SmsMessage message, Vaulted sender) {
        var text = CleanText.clean(message.text());
        if (text.isEmpty()) {
            return new Outcome(Effect.NOTHING, null, SmsReplies.empty());
        }
        return switch (SmsCommand.of(text)) {
            case SmsCommand.Status(var reference) ->
                reports.own(reference, message)
                        .map(this::status)
                        .orElseGet(() -> new Outcome(Effect.STATUS_TOLD, null, SmsReplies.notYours()));
            case SmsCommand.Confirm(var reference) ->
                reference
                        .flatMap(known -> reports.own(known, message))
                        .map(own -> new Outcome(
                                Effect.PHONE_CONFIRMED, own.reference(), SmsReplies.confirmed(own.reference())))
                        .orElseGet(() -> new Outcome(Effect.NOTHING, null, SmsReplies.notYours()));
            case SmsCommand.About(var references) ->
                references.stream()
                        .flatMap(reference -> reports.own(reference, message).stream())
                        .filter(reports::isOpen)
                        .findFirst()
                        .flatMap(complaint -> write(complaint, message))
                        .orElseGet(() -> words(message, sender));
            case SmsCommand.Score(var score) ->
                reports.latestAnswered(message)
                        .map(answered -> rate(answered, score, message))
                        .orElseGet(() -> words(message, sender));
            case SmsCommand.NotSettled() ->
                reports.latestAnswered(message)
                        .map(answered -> {
                            dialogue.requestReopening(answered, text);
                            return new Outcome(
                                    Effect.REOPENING_REQUESTED,
                                    answered.reference(),
                                    SmsReplies.reopeningRequested(answered.reference()));
                        })
                        .orElseGet(() -> words(message, sender));
            case SmsCommand.StartNew() -> startNew(message, sender);
            case SmsCommand.Plain() -> words(message, sender);
        };
    }

    private Outcome rate(Complaint answered, int score, SmsMessage message) {
        dialogue.rate(answered, Scores.verdict(score), score, null, message.key());
        return new Outcome(Effect.RATED, answered.reference(), SmsReplies.rated(answered.reference(), score));
    }

    private Outcome status(Complaint complaint) {
        var progress = reports.progress(complaint);
        return new Outcome(
                Effect.STATUS_TOLD,
                complaint.reference(),
                SmsReplies.status(
                        complaint.reference(), progress.state().words().vi(), progress.agencyName(), progress.dueAt()));
    }

    /** Joins the report this phone is writing on, answers a question an agency asked it, or starts a report. */
    private Outcome words(SmsMessage message, Vaulted sender) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var conversation = messages.conversation(message.person());
            var current = conversation.flatMap(this::started).orElse(null);
            if (current != null && current.ingestKey().equals(message.key())) {
                return startedOutcome(current);
            }
            var joined = Optional.ofNullable(current)
                    .filter(complaint -> reports.isBeingWritten(complaint, message.receivedAt()))
                    .or(() -> reports.asked(message))
                    .or(() -> Optional.ofNullable(current).filter(reports::isWithAnAgency))
                    .flatMap(complaint -> write(complaint, message));
            if (joined.isPresent()) {
                return joined.get();
            }
            if (messages.start(message.person(), conversation, message.key())) {
                return startedOutcome(report(message, sender));
            }
        }
        throw new IllegalStateException("too many messages of one phone at the same moment");
    }

    private Outcome startNew(SmsMessage message, Vaulted sender) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var conversation = messages.conversation(message.person());
            if (conversation
                            .filter(seen -> seen.messageKey().equals(message.key()))
                            .isPresent()
                    || messages.start(message.person(), conversation, message.key())) {
                return startedOutcome(report(message, sender));
            }
        }
        throw new IllegalStateException("too many messages of one phone at the same moment");
    }

    /** The report a conversation is about, finished here if the request that began it has not come so far. */
    private Optional<Complaint> started(Conversation conversation) {
        return complaints.byIngestKey(conversation.messageKey()).or(() -> messages.find(conversation.messageKey())
                .map(begun -> report(begun, vault.owner(begun.contactRef()))));
    }

    private Complaint report(SmsMessage message, Vaulted sender) {
        var submission = new Submission(
                message.key(),
                Channel.SMS,
                Language.VI,
                Complaint.Content.of(shortened(CleanText.clean(message.text())), message.text()),
                sender,
                message.answeredAtOnce(),
                message.receivedAt());
        return acceptance
                .accepted(submission)
                .or(() -> acceptance.find(message.key()))
                .orElseThrow(() -> new IllegalStateException("the report of a message is neither new nor there"))
                .complaint();
    }

    private Optional<Outcome> write(Complaint complaint, SmsMessage message) {
        try {
            var text = shortened(CleanText.clean(message.text()));
            return Optional.of(
                    added(dialogue.write(complaint, message.key(), Channel.SMS, text, message.text()), message));
        } catch (Problem closedMeanwhile) {
            log.debug("{} takes no more messages: {}", complaint.reference(), closedMeanwhile.getMessage());
            return Optional.empty();
        }
    }

    private static Outcome added(Complaint complaint, SmsMessage message) {
        boolean part = complaint.messages().stream()
                .filter(one -> one.messageId().equals(message.key()))
                .anyMatch(Complaint.Message::part);
        return part
                ? new Outcome(Effect.PART_ADDED, complaint.reference(), SmsReplies.partAdded(complaint.reference()))
                : new Outcome(
                        Effect.MESSAGE_ADDED, complaint.reference(), SmsReplies.messageAdded(complaint.reference()));
    }

    private static Outcome startedOutcome(Complaint complaint) {
        return new Outcome(Effect.REPORT_STARTED, complaint.reference(), SmsReplies.received(complaint.reference()));
    }

    private static String shortened(String text) {
        return CleanText.shorten(text, Typed.LONGEST_TEXT);
    }

    /** International where it is a number; else what the provider calls the sender. */
    private static String sender(String from) {
        return PhoneNumber.read(from) instanceof PhoneNumber.Reading.Readable(var number)
                ? number.e164()
                : CleanText.shorten(CleanText.oneLine(from), LONGEST_SENDER);
    }
}
