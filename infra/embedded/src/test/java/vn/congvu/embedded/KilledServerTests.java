package vn.congvu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own that is killed at work. */
class KilledServerTests {
    private static final int WRITERS = 4;
    private static final int BEFORE_THE_KILL = 300;

    @TempDir
    Path folder;

    @Test
    void everyAnsweredWriteIsThereAfterAKillAndEveryKeyHasItsDocument() throws Exception {
        int port = OwnProcess.freePort();
        var server = OwnProcess.start("database", folder.toString(), Integer.toString(port));
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        var enough = new CountDownLatch(BEFORE_THE_KILL);
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000");
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var complaints = client.getDatabase("intake").getCollection("complaints");
            complaints.createIndex(new Document("ingestKey", 1), new IndexOptions().unique(true));
            for (int writer = 0; writer < WRITERS; writer++) {
                var name = "w" + writer;
                writers.execute(() -> insertUntilItDies(complaints, name, answered, enough));
            }
            enough.await();
            server.destroyForcibly().waitFor();
        }

        try (var again = EmbeddedDatabase.in(folder, OwnProcess.freePort());
                var client = MongoClients.create(again.uri(""))) {
            var complaints = client.getDatabase("intake").getCollection("complaints");
            var stored =
                    complaints.find().map(one -> one.getString("ingestKey")).into(new HashSet<>());
            assertThat(stored).containsAll(answered);
            for (var key : answered) {
                assertThat(complaints.find(new Document("ingestKey", key)).first())
                        .as(key)
                        .isNotNull();
            }
        }
    }

    @Test
    void everyConfirmedMessageIsThereAfterAKill() throws Exception {
        int port = OwnProcess.freePort();
        var work = folder.resolve("work").toString();
        var server = OwnProcess.start("broker", folder.resolve("store").toString(), work, Integer.toString(port));
        var factory = new ConnectionFactory();
        factory.setUri("amqp://congvu:congvu-demo-only@127.0.0.1:" + port + "/congvu");
        factory.setAutomaticRecoveryEnabled(false);
        var connection = factory.newConnection();
        var channel = connection.createChannel();
        channel.queueDeclare("cases.follow-complaints", true, false, false, Map.of());
        channel.confirmSelect();
        for (int number = 0; number < 20; number++) {
            channel.basicPublish(
                    "",
                    "cases.follow-complaints",
                    MessageProperties.PERSISTENT_BASIC,
                    ("số " + number).getBytes(StandardCharsets.UTF_8));
        }
        channel.waitForConfirmsOrDie(20_000);
        server.destroyForcibly().waitFor();
        connection.abort();

        try (var again = EmbeddedBroker.in(folder.resolve("store"), folder.resolve("work"), OwnProcess.freePort())) {
            factory.setUri(again.uri());
            try (var later = factory.newConnection();
                    var reading = later.createChannel()) {
                assertThat(reading.messageCount("cases.follow-complaints")).isEqualTo(20);
            }
        }
    }

    private static void insertUntilItDies(
            MongoCollection<Document> complaints, String writer, Queue<String> answered, CountDownLatch enough) {
        for (int number = 0; ; number++) {
            var key = writer + ":" + number;
            try {
                complaints.insertOne(new Document("ingestKey", key).append("text", "Chờ cả buổi"));
            } catch (MongoException gone) {
                return;
            }
            answered.add(key);
            enough.countDown();
        }
    }
}
