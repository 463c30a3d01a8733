package vn.congvu.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.messaging.MessagingProperties.QueueType;
import vn.congvu.platform.messaging.Topology;

/** The reading of all queues of the service, paused as a whole while the database is away. */
final class QueueReaders implements SmartLifecycle, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(QueueReaders.class);
    private static final int PREFETCH = 100;

    private final MongoTemplate mongo;
    private final List<DirectMessageListenerContainer> containers = new ArrayList<>();
    private final List<QueueReader> readers = new ArrayList<>();
    private final Set<DirectMessageListenerContainer> paused = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    QueueReaders(
            ConnectionFactory connections,
            MongoTemplate mongo,
            List<Subscription> subscriptions,
            Inbox inbox,
            ParkedMessages parked,
            InboxWorker worker,
            DigestReader digests,
            MessagingProperties properties) {
        this.mongo = mongo;
        for (var subscription : subscriptions) {
            var queue = subscription.queue();
            read(connections, queue, new QueueReader(queue, inbox, parked, worker, false, PREFETCH));
            var digestContainer = container(connections, Topology.digestsOf(queue));
            digestContainer.setMessageListener(message -> digests.compare(subscription, message));
            containers.add(digestContainer);
            if (properties.queueType() == QueueType.QUORUM) {
                read(
                        connections,
                        Topology.deadLettersOf(queue),
                        new QueueReader(queue, inbox, parked, worker, true, PREFETCH));
            }
        }
    }

    private void read(ConnectionFactory connections, String queue, QueueReader reader) {
        var container = container(connections, queue);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setMessageListener(reader);
        reader.whenDatabaseIsAway(() -> pause(container));
        containers.add(container);
        readers.add(reader);
    }

    private static DirectMessageListenerContainer container(ConnectionFactory connections, String queue) {
        var container = new DirectMessageListenerContainer(connections);
        container.setQueueNames(queue);
        container.setPrefetchCount(PREFETCH);
        container.setMissingQueuesFatal(false);
        container.setFailedDeclarationRetryInterval(1_000);
        container.setDefaultRequeueRejected(true);
        return container;
    }

    private void pause(DirectMessageListenerContainer container) {
        if (paused.add(container)) {
            Thread.ofVirtual().name("pause-reading").start(container::stop);
        }
    }

    @Scheduled(fixedDelayString = "${complaints.platform.messaging.sweep-every:1s}")
    void resume() {
        if (paused.isEmpty() || !running) {
            return;
        }
        try {
            mongo.executeCommand(new Document("ping", 1));
        } catch (DataAccessException stillAway) {
            log.debug("the database is still away", stillAway);
            return;
        }
        for (var container : List.copyOf(paused)) {
            if (!container.isRunning()) {
                paused.remove(container);
                container.start();
                log.info("reading goes on: the database is back");
            }
        }
    }

    /** All at once: each waits for answers of the broker. */
    @Override
    public void start() {
        try (var starts = Executors.newVirtualThreadPerTaskExecutor()) {
            containers.stream()
                    .map(container -> CompletableFuture.runAsync(() -> start(container), starts))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        running = true;
    }

    private static void start(DirectMessageListenerContainer container) {
        container.afterPropertiesSet();
        container.start();
    }

    @Override
    public void stop() {
        running = false;
        containers.forEach(DirectMessageListenerContainer::stop);
    }

    @Override
    public void close() {
        readers.forEach(QueueReader::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
