package vn.congvu.platform.inbox;

import com.mongodb.MongoException;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.dao.DataAccessException;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.messaging.Envelope;

/**
 * Takes messages from the broker into the inbox: acknowledged only when they are durable there. While the database is away the
 * reading pauses instead of requeueing in a loop.
 */
final class QueueReader implements ChannelAwareMessageListener {
    private static final Logger log = LoggerFactory.getLogger(QueueReader.class);

    private final String queue;
    private final Inbox inbox;
    private final ParkedMessages parked;
    private final InboxWorker worker;
    private final boolean deadLetters;
    private Runnable pause = () -> {};

    QueueReader(String queue, Inbox inbox, ParkedMessages parked, InboxWorker worker, boolean deadLetters) {
        this.queue = queue;
        this.inbox = inbox;
        this.parked = parked;
        this.worker = worker;
        this.deadLetters = deadLetters;
    }

    void whenDatabaseIsAway(Runnable pauseReading) {
        this.pause = pauseReading;
    }

    @Override
    public void onMessage(Message message, @Nullable Channel channel) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("the container must give the channel: acknowledging is manual");
        }
        long tag = message.getMessageProperties().getDeliveryTag();
        Failpoint.INBOX_UNSTORED.pass();
        try {
            store(message);
        } catch (DataAccessException | MongoException away) {
            log.warn("{} pauses: the database does not take its messages", queue, away);
            channel.basicNack(tag, false, true);
            pause.run();
            return;
        }
        Failpoint.INBOX_UNACKNOWLEDGED.pass();
        channel.basicAck(tag, false);
    }

    private void store(Message message) {
        try {
            var envelope = Envelope.of(message);
            if (deadLetters) {
                parked.park(queue, envelope, "the broker gave up delivering it");
            } else {
                var stream = Inbox.stream(queue, envelope.aggregateId());
                inbox.store(queue, envelope)
                        .ifPresentOrElse(stored -> worker.goOnWith(stream, stored), () -> worker.nudge(stream));
            }
        } catch (Envelope.Unreadable unreadable) {
            log.error("a message in {} can't be read and is parked: {}", queue, unreadable.getMessage());
            parked.parkUnreadable(
                    queue, deliveryId(message), message.getBody(), String.valueOf(unreadable.getMessage()));
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
}
