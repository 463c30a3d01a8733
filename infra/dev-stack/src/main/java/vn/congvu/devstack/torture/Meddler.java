package vn.congvu.devstack.torture;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.bson.Document;

/** Puts events that were published before once more on the broker, in any order: to readers, a broker that doubles and reorders. */
final class Meddler {
    private static final int PERSISTENT = 2;
    private static final int LATEST = 400;

    private final MongoClient mongo;
    private final ConnectionFactory broker = new ConnectionFactory();

    Meddler(MongoClient mongo, String amqp) {
        this.mongo = mongo;
        try {
            broker.setUri(amqp);
        } catch (Exception malformed) {
            throw new IllegalArgumentException(malformed);
        }
        broker.setAutomaticRecoveryEnabled(false);
        broker.setConnectionTimeout(2_000);
        broker.setHandshakeTimeout(5_000);
    }

    /** @return how many it doubled; 0 where broker or database are away just now */
    int meddle(Random chance, int most) {
        try {
            var events = chosen(chance, most);
            try (var connection = broker.newConnection("meddler");
                    var channel = connection.createChannel()) {
                for (var event : events) {
                    channel.basicPublish(
                            event.getString("publisher"),
                            event.getString("type"),
                            properties(event),
                            event.getString("body").getBytes(StandardCharsets.UTF_8));
                }
            }
            return events.size();
        } catch (IOException | TimeoutException | ShutdownSignalException | MongoException away) {
            return 0;
        }
    }

    private List<Document> chosen(Random chance, int most) {
        var events = new ArrayList<Document>();
        for (var database : Databases.SERVICES) {
            mongo.getDatabase(database)
                    .getCollection(Databases.KEPT_EVENTS)
                    .find()
                    .sort(new Document("publishedAt", -1))
                    .limit(LATEST)
                    .into(events);
        }
        Collections.shuffle(events, chance);
        return events.subList(0, Math.min(most, events.size()));
    }

    private static AMQP.BasicProperties properties(Document event) {
        return new AMQP.BasicProperties.Builder()
                .messageId(event.getString("_id"))
                .type(event.getString("type"))
                .appId(event.getString("publisher"))
                .correlationId(event.getString("correlationId"))
                .contentType("application/json")
                .contentEncoding("UTF-8")
                .deliveryMode(PERSISTENT)
                .timestamp(new Date())
                .headers(Map.of(
                        "aggregateId",
                        event.getString("aggregateId"),
                        "sequence",
                        event.getLong("sequence"),
                        "occurredAt",
                        event.getString("occurredAt")))
                .build();
    }
}
