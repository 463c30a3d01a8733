package vn.congvu.platform.inbox;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import vn.congvu.platform.background.Gathering;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.messaging.Envelope;

/**
 * Takes messages from the broker into the inbox, all that have come together: acknowledged only when they are durable there. While the
 * database is away the reading pauses instead of requeueing in a loop.
 */
final class QueueReader implements ChannelAwareMessageListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(QueueReader.class);

    private final String queue;
    private final Inbox inbox;
    private final ParkedMessages parked;
    private final InboxWorker worker;
    private final boolean deadLetters;
    private final Gathering<Arrival> arrivals;
    private Runnable pause = () -> {};

    private record Arrival(Message message, Channel channel) {
        long tag() {
            return message.getMessageProperties().getDeliveryTag();
        }
    }

    /** What the broker wants to hear of a delivery. */
    @FunctionalInterface
    private interface Answer {
        void give(Channel channel, long tag) throws IOException;
    }

    /** @param prefetch how many the broker sends before it hears of the first */
    QueueReader(
            String queue, Inbox inbox, ParkedMessages parked, InboxWorker worker, boolean deadLetters, int prefetch) {
        this.queue = queue;
        this.inbox = inbox;
        this.parked = parked;
        this.worker = worker;
        this.deadLetters = deadLetters;
        this.arrivals = new Gathering<>("read-" + queue, prefetch, this::take);
    }

    void whenDatabaseIsAway(Runnable pauseReading) {
        this.pause = pauseReading;
    }

    @Override
    public void onMessage(Message message, @Nullable Channel channel) {
        if (channel == null) {
            throw new IllegalStateException("the container must give the channel: acknowledging is manual");
        }
        arrivals.add(new Arrival(message, channel));
    }

    private void take(List<Arrival> batch) {
        Failpoint.INBOX_UNSTORED.pass();
        try {
            store(batch);
        } catch (RuntimeException refused) {
            log.warn("{} pauses: the database does not take its messages", queue, refused);
            answer(batch, (channel, tag) -> channel.basicNack(tag, false, true));
            pause.run();
            return;
        }
        Failpoint.INBOX_UNACKNOWLEDGED.pass();
        answer(batch, (channel, tag) -> channel.basicAck(tag, false));
    }

    private void store(List<Arrival> batch) {
        var envelopes = new ArrayList<Envelope>();
        batch.forEach(arrival -> read(arrival.message()).ifPresent(envelopes::add));
        if (deadLetters) {
            envelopes.forEach(envelope -> parked.park(queue, envelope, "the broker gave up delivering it"));
        } else if (!envelopes.isEmpty()) {
            var stored = inbox.store(queue, envelopes);
            stored.forEach(waiting -> worker.goOnWith(stream(waiting.envelope()), waiting));
            if (stored.size() < envelopes.size()) {
                envelopes.forEach(envelope -> worker.nudge(stream(envelope)));
            }
        }
    }

    private String stream(Envelope envelope) {
        return Inbox.stream(queue, envelope.aggregateId());
    }

    /** Empty when it can't be read: then it is parked. */
    private Optional<Envelope> read(Message message) {
        try {
            return Optional.of(Envelope.of(message));
        } catch (Envelope.Unreadable unreadable) {
            log.error("a message in {} can't be read and is parked: {}", queue, unreadable.getMessage());
            parked.parkUnreadable(
                    queue, deliveryId(message), message.getBody(), String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Each delivery by itself: an answer for all before it would take along what a failure left unstored. A channel that is closed
     * meanwhile, as a reader pauses or the service ends, can't hear.
     */
    private void answer(List<Arrival> batch, Answer answer) {
        for (var arrival : batch) {
            try {
                answer.give(arrival.channel(), arrival.tag());
            } catch (IOException | RuntimeException gone) {
                log.info("{} could not answer the broker, which delivers again: {}", queue, gone.getMessage());
            }
        }
    }

    private static String deliveryId(Message message) {
        var id = message.getMessageProperties().getMessageId();
        return id == null
                ? UUID.nameUUIDFromBytes((message.getMessageProperties().getReceivedRoutingKey()
                                        + new String(message.getBody(), StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1))
                        .toString()
                : id;
    }

    @Override
    public void close() {
        arrivals.close();
    }
}
