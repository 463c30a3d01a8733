package vn.congvu.load;

import com.mongodb.client.MongoClients;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;

/** What the servers give by themselves, on the same machine and in the same run: what the suite's own figures are held against. */
final class Limits {
    private static final int PERSISTENT = 2;
    private static final long CONFIRMED_WITHIN_MILLIS = 10_000;

    private Limits() {}

    /** One document like this after another, each acknowledged before the next; all connections together, a second. */
    static double inserts(String mongodb, Document like, int connections, Duration time) throws Exception {
        try (var client = MongoClients.create(mongodb)) {
            var collection = client.getDatabase("bench_limits").getCollection("raw");
            collection.createIndex(
                    new Document("ingestKey", 1), new com.mongodb.client.model.IndexOptions().unique(true));
            double perSecond = together(connections, time, () -> () -> {
                var id = UUID.randomUUID().toString();
                collection.insertOne(new Document(like).append("_id", id).append("ingestKey", id));
                return null;
            });
            client.getDatabase("bench_limits").drop();
            return perSecond;
        }
    }

    /** One persistent message after another, each confirmed before the next; all channels together, a second. */
    static double publishes(String amqp, byte[] body, int channels, Duration time) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(amqp);
        var persistent =
                new AMQP.BasicProperties.Builder().deliveryMode(PERSISTENT).build();
        try (var connection = factory.newConnection();
                var own = connection.createChannel()) {
            own.queueDeclare("bench.limits", true, false, false, Map.of());
            double perSecond = together(channels, time, () -> {
                var channel = connection.createChannel();
                channel.confirmSelect();
                return () -> {
                    channel.basicPublish("", "bench.limits", true, persistent, body);
                    channel.waitForConfirmsOrDie(CONFIRMED_WITHIN_MILLIS);
                    return null;
                };
            });
            own.queueDelete("bench.limits");
            return perSecond;
        }
    }

    private static double together(int workers, Duration time, Callable<Callable<Void>> worker) throws Exception {
        var counts = new ArrayList<Future<Long>>();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            for (int one = 0; one < workers; one++) {
                counts.add(threads.submit(() -> {
                    var step = worker.call();
                    long done = 0;
                    while (System.nanoTime() - began < time.toNanos()) {
                        step.call();
                        done++;
                    }
                    return done;
                }));
            }
        }
        long all = 0;
        for (var count : counts) {
            all += count.get();
        }
        return all / ((System.nanoTime() - began) / 1e9);
    }
}
