package vn.congvu.devstack.world;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The message provider: what it was given to send, what it received, and how it behaves at the moment. */
final class Provider {
    enum Status {
        RECEIVED,
        QUEUED,
        SENT,
        DELIVERED
    }

    enum Direction {
        INBOUND("inbound"),
        OUTBOUND_API("outbound-api"),
        OUTBOUND_REPLY("outbound-reply");

        final String word;

        Direction(String word) {
            this.word = word;
        }
    }

    record Message(
            String sid,
            Direction direction,
            String from,
            String to,
            String body,
            Status status,
            @Nullable String statusCallback,
            Instant createdAt) {
        Message in(Status changed) {
            return new Message(sid, direction, from, to, body, changed, statusCallback, createdAt);
        }
    }

    /** What a caller left: either sent as audio, or words that a hum stands for. */
    record Recording(String sid, String callSid, String spoken, byte @Nullable [] audio, Instant createdAt) {}

    private static final Duration BETWEEN_STATUSES = Duration.ofMillis(150);

    private final TwilioAccount account;
    private final Phones phones;
    private final Webhooks webhooks;
    private final WorldClock clock;
    private final JsonLines<Message> keptMessages;
    private final JsonLines<Recording> keptRecordings;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private volatile ProviderMode mode = ProviderMode.OK;
    private volatile Duration delay = ProviderMode.DEFAULT_DELAY;

    Provider(TwilioAccount account, Path folder, Phones phones, Webhooks webhooks, WorldClock clock, JsonMapper json) {
        this.account = account;
        this.phones = phones;
        this.webhooks = webhooks;
        this.clock = clock;
        keptMessages = new JsonLines<>(folder.resolve("provider-messages.jsonl"), Message.class, json);
        keptRecordings = new JsonLines<>(folder.resolve("recordings.jsonl"), Recording.class, json);
        keptMessages.read().forEach(message -> messages.put(message.sid(), message));
        keptRecordings.read().forEach(recording -> recordings.put(recording.sid(), recording));
    }

    ProviderMode mode() {
        return mode;
    }

    Duration delay() {
        return delay;
    }

    void behave(ProviderMode changed, @Nullable Duration slowness) {
        delay = slowness == null ? ProviderMode.DEFAULT_DELAY : slowness;
        mode = changed;
    }

    /** A message the suite gives to be sent: on the phone at once, the statuses follow as webhooks. */
    Message send(String from, String to, String body, @Nullable String statusCallback) {
        var message = keep(new Message(
                Sids.message(),
                Direction.OUTBOUND_API,
                from,
                to,
                body,
                Status.QUEUED,
                statusCallback,
                clock.instant()));
        phones.received(to, from, body);
        webhooks.inBackground(() -> {
            if (Webhooks.pause(BETWEEN_STATUSES)) {
                announce(keep(message.in(Status.SENT)));
            }
            if (Webhooks.pause(BETWEEN_STATUSES)) {
                announce(keep(message.in(Status.DELIVERED)));
            }
        });
        return message;
    }

    /** A message that a phone wrote to a number of the account. */
    Message receive(String from, String to, String body) {
        return keep(
                new Message(Sids.message(), Direction.INBOUND, from, to, body, Status.RECEIVED, null, clock.instant()));
    }

    /** A message that the suite answered a webhook with. */
    void reply(String from, String to, String body) {
        keep(new Message(
                Sids.message(), Direction.OUTBOUND_REPLY, from, to, body, Status.DELIVERED, null, clock.instant()));
        phones.received(to, from, body);
    }

    private void announce(Message message) {
        if (message.statusCallback() == null) {
            return;
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("SmsSid", message.sid());
        fields.put("SmsStatus", message.status().name().toLowerCase(Locale.ROOT));
        fields.put("MessageStatus", message.status().name().toLowerCase(Locale.ROOT));
        fields.put("To", message.to());
        fields.put("MessageSid", message.sid());
        fields.put("AccountSid", account.sid());
        fields.put("From", message.from());
        fields.put("ApiVersion", "2010-04-01");
        webhooks.deliver(webhooks.twilio(URI.create(message.statusCallback()), fields), _ -> {});
    }

    private synchronized Message keep(Message message) {
        keptMessages.add(message);
        messages.put(message.sid(), message);
        return message;
    }

    synchronized Optional<Message> message(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    /** Newest first. */
    synchronized List<Message> messages(Predicate<Message> wanted) {
        return new ArrayList<>(messages.values())
                .reversed().stream().filter(wanted).toList();
    }

    synchronized Recording record(String callSid, String spoken, byte @Nullable [] audio) {
        var recording = new Recording(Sids.recording(), callSid, spoken, audio, clock.instant());
        keptRecordings.add(recording);
        recordings.put(recording.sid(), recording);
        return recording;
    }

    synchronized Optional<Recording> recording(String sid) {
        return Optional.ofNullable(recordings.get(sid));
    }
}
