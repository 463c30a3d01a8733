package vn.congvu.platform.outbox;

import java.time.Clock;
import java.util.ArrayList;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.contracts.Queues;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.messaging.Topology;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.migration.MigrationConfiguration;
import vn.congvu.platform.telemetry.FigureProperties;
import vn.congvu.platform.telemetry.Traces;

/** The outbox of a service that declares a {@link Publisher}. */
@AutoConfiguration(
        after = {RabbitAutoConfiguration.class, DataMongoAutoConfiguration.class},
        before = MigrationConfiguration.class)
@ConditionalOnBean(Publisher.class)
@EnableConfigurationProperties({MessagingProperties.class, FigureProperties.class})
public class OutboxConfiguration {
    @Bean
    Broker broker(RabbitTemplate rabbit, MessagingProperties properties) {
        return new Broker(rabbit, properties.confirmWithin());
    }

    @Bean
    KeptEvents keptEvents(MongoTemplate mongo) {
        return new KeptEvents(mongo);
    }

    @Bean
    Relay relay(
            MongoTemplate mongo,
            Broker broker,
            KeptEvents kept,
            Publisher publisher,
            MessagingProperties properties,
            Traces traces) {
        return new Relay(mongo, broker, kept, publisher, properties, traces);
    }

    @Bean
    OutboxFigures outboxFigures(MongoTemplate mongo, Publisher publisher, FigureProperties properties) {
        return new OutboxFigures(mongo, publisher, properties);
    }

    @Bean
    Aggregates aggregates(MongoTemplate mongo, Clock clock, Publisher publisher, Relay relay, Traces traces) {
        return new Aggregates(mongo, clock, publisher, relay, traces);
    }

    @Bean
    Resends resends(
            KeptEvents kept,
            Broker broker,
            RabbitTemplate rabbit,
            Publisher publisher,
            MessagingProperties properties) {
        return new Resends(kept, broker, rabbit, publisher, properties);
    }

    @Bean
    Declarables publisherTopology(Publisher publisher, MessagingProperties properties) {
        var topology = new Topology(properties);
        var declared = new ArrayList<>(topology.publisher(publisher.exchange()).getDeclarables());
        for (var queue : Queues.of(publisher.exchange())) {
            declared.addAll(topology.reader(publisher.exchange(), queue).getDeclarables());
        }
        return new Declarables(declared);
    }

    @Bean
    DirectMessageListenerContainer resendRequests(ConnectionFactory connections, Publisher publisher, Resends resends) {
        var container = new DirectMessageListenerContainer(connections);
        container.setQueueNames(Topology.resendsOf(publisher.exchange()));
        container.setMessageListener(resends::send);
        container.setDefaultRequeueRejected(true);
        container.setMissingQueuesFatal(false);
        return container;
    }

    @Bean
    Migration outboxIndexes(Publisher publisher) {
        return new Migration("0000-platform-outbox", mongo -> {
            for (var aggregate : publisher.aggregates()) {
                mongo.indexOps(mongo.getCollectionName(aggregate))
                        .createIndex(new Index()
                                .on(Outbox.path(Outbox.PENDING), Sort.Direction.ASC)
                                .on(Outbox.path(Outbox.LEASE_UNTIL), Sort.Direction.ASC)
                                .named("outbox_due"));
            }
        });
    }

    @Bean
    Migration keptEventIndexes() {
        return KeptEvents.indexes();
    }
}
