package vn.congvu.platform.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.platform.messaging.Digest;

/** The reader's half of anti-entropy: compares how far the publisher has come and asks for what is lacking. */
final class DigestReader {
    private static final Logger log = LoggerFactory.getLogger(DigestReader.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Inbox inbox;
    private final InboxWorker worker;

    DigestReader(Inbox inbox, InboxWorker worker) {
        this.inbox = inbox;
        this.worker = worker;
    }

    void compare(Subscription subscription, Message message) {
        Digest digest;
        try {
            digest = JSON.readValue(message.getBody(), Digest.class);
        } catch (JacksonException unreadable) {
            log.error("a digest can't be read and is dropped; the next one comes within the hour", unreadable);
            return;
        }
        digest.lastSequences().forEach((aggregateId, last) -> {
            var stream = Inbox.stream(subscription.queue(), aggregateId);
            var applied = inbox.applied(stream);
            boolean isWaiting = inbox.firstTwo(stream).stream()
                    .anyMatch(waiting -> waiting.envelope().sequence() > applied);
            if (applied < last && !isWaiting) {
                worker.askAgain(digest.publisher(), stream, applied + 1);
            }
        });
    }
}
