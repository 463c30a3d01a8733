package vn.congvu.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.background.BackgroundThreads;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.messaging.Topology;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.migration.MigrationConfiguration;
import vn.congvu.platform.telemetry.FigureProperties;
import vn.congvu.platform.telemetry.Traces;

/** The inbox of a service that declares {@link Subscription}s. */
@AutoConfiguration(
        after = {RabbitAutoConfiguration.class, DataMongoAutoConfiguration.class},
        before = MigrationConfiguration.class)
@ConditionalOnBean(Subscription.class)
@EnableConfigurationProperties({MessagingProperties.class, FigureProperties.class})
public class InboxConfiguration {
    @Bean
    Inbox inbox(MongoTemplate mongo) {
        return new Inbox(mongo);
    }

    @Bean
    ParkedMessages parkedMessages(MongoTemplate mongo) {
        return new ParkedMessages(mongo);
    }

    @Bean
    InboxFigures inboxFigures(MongoTemplate mongo, FigureProperties properties) {
        return new InboxFigures(mongo, properties);
    }

    @Bean
    ParkedFigures parkedFigures(ParkedMessages parked) {
        return new ParkedFigures(parked);
    }

    @Bean
    InboxWorker inboxWorker(
            Inbox inbox,
            ParkedMessages parked,
            RabbitTemplate rabbit,
            List<Subscription> subscriptions,
            MessagingProperties properties,
            Traces traces) {
        return new InboxWorker(inbox, parked, rabbit, subscriptions, properties, traces);
    }

    /** What comes from the broker is durable there. */
    @Bean
    ConnectionFactoryCustomizer readersGiveWay() {
        return factory -> factory.setThreadFactory(BackgroundThreads.named("amqp-"));
    }

    @Bean
    QueueReaders queueReaders(
            ConnectionFactory connections,
            MongoTemplate mongo,
            List<Subscription> subscriptions,
            Inbox inbox,
            ParkedMessages parked,
            InboxWorker worker,
            MessagingProperties properties) {
        return new QueueReaders(
                connections, mongo, subscriptions, inbox, parked, worker, new DigestReader(inbox, worker), properties);
    }

    @Bean
    ParkedMessagesController parkedMessagesController(ParkedMessages parked, InboxWorker worker) {
        return new ParkedMessagesController(parked, worker);
    }

    @Bean
    Declarables readerTopology(List<Subscription> subscriptions, MessagingProperties properties) {
        var topology = new Topology(properties);
        var declared = new ArrayList<Declarable>();
        for (var subscription : subscriptions) {
            declared.addAll(topology.reader(subscription.exchange(), subscription.queue())
                    .getDeclarables());
        }
        return new Declarables(declared);
    }

    @Bean
    Migration inboxIndexes() {
        return Inbox.indexes();
    }

    @Bean
    Migration parkedIndexes() {
        return ParkedMessages.indexes();
    }
}
