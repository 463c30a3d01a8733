package vn.congvu.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.platform.messaging.Digest;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.messaging.ResendRequest;
import vn.congvu.platform.messaging.Topology;

/** The publisher's half of anti-entropy: tells how far it has come and sends again what a reader lacks. */
final class Resends {
    private static final Logger log = LoggerFactory.getLogger(Resends.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AGGREGATES_IN_A_DIGEST = 500;

    private final KeptEvents kept;
    private final Broker broker;
    private final RabbitTemplate rabbit;
    private final Publisher publisher;
    private final MessagingProperties properties;

    Resends(
            KeptEvents kept,
            Broker broker,
            RabbitTemplate rabbit,
            Publisher publisher,
            MessagingProperties properties) {
        this.kept = kept;
        this.broker = broker;
        this.rabbit = rabbit;
        this.publisher = publisher;
        this.properties = properties;
    }

    /** Sends until the broker refuses one; the reader asks again as long as its gap lasts. */
    void send(Message message) {
        ResendRequest request;
        try {
            request = JSON.readValue(message.getBody(), ResendRequest.class);
        } catch (JacksonException unreadable) {
            log.error("a request to send again can't be read and is dropped; its reader asks again", unreadable);
            return;
        }
        var events = kept.from(request.aggregateId(), request.fromSequence());
        for (var event : events) {
            var refusal = broker.publishTo(request.queue(), event);
            if (refusal.isPresent()) {
                log.warn("{} to {} was not sent again: {}", event.type(), request.queue(), refusal.get());
                return;
            }
        }
        log.info(
                "sent {} events of {} again to {}, from sequence {}",
                events.size(),
                request.aggregateId(),
                request.queue(),
                request.fromSequence());
    }

    @Scheduled(
            initialDelayString = "${complaints.platform.messaging.digest-every:1h}",
            fixedDelayString = "${complaints.platform.messaging.digest-every:1h}")
    void tellDigest() {
        var since = Instant.now().minus(properties.digestEvery().multipliedBy(2));
        var part = new LinkedHashMap<String, Long>();
        for (var last : kept.lastSequencesSince(since).entrySet()) {
            part.put(last.getKey(), last.getValue());
            if (part.size() == AGGREGATES_IN_A_DIGEST) {
                tell(Map.copyOf(part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            tell(Map.copyOf(part));
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOldEvents() {
        kept.forgetBefore(properties.keepEvents());
    }

    private void tell(Map<String, Long> lastSequences) {
        try {
            var digest = JSON.writeValueAsString(new Digest(publisher.exchange(), lastSequences));
            rabbit.convertAndSend(Topology.DIGESTS, publisher.exchange(), digest.getBytes(UTF_8));
        } catch (AmqpException away) {
            log.warn("the digest could not be told and is told again in {}", properties.digestEvery(), away);
        }
    }
}
