package vn.congvu.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own whose files may not grow any more, which is what a full disk looks like. */
class FullDiskTests {
    private static final String QUEUE = "cases.follow-complaints";
    private static final String WORDS = "Chờ cả buổi sáng ở quầy số 5. ".repeat(20);
    private static final long CONFIRMED_WITHIN_MILLIS = 5_000;
    private static final int MOST_BEFORE_FULL = 20_000;
    private static final long ROOM_LEFT_BYTES = 256 * 1024;

    @TempDir
    Path folder;

    @BeforeEach
    void canLimitAProcess() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")));
    }

    @Test
    void noWriteIsAnsweredThatIsNotThereAfterwards() throws Exception {
        int port = OwnProcess.freePort();
        var server = OwnProcess.start("database", folder.toString(), Integer.toString(port));
        var answered = new ArrayList<Integer>();
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000")) {
            var complaints = client.getDatabase("intake").getCollection("complaints");
            complaints.insertOne(complaint(-1));
            limitFiles(server, size(folder) + ROOM_LEFT_BYTES);

            assertThatThrownBy(() -> insertUntilItIsFull(complaints, answered))
                    .isInstanceOfSatisfying(MongoException.class, full -> assertThat(full.getCode())
                            .isEqualTo(EmbeddedDatabase.OUT_OF_DISK_SPACE));
            assertThatThrownBy(() -> complaints.insertOne(complaint(MOST_BEFORE_FULL)))
                    .as("as long as it is full")
                    .isInstanceOf(MongoException.class);
        } finally {
            server.destroyForcibly().waitFor();
        }

        assertThat(answered).isNotEmpty();
        try (var again = EmbeddedDatabase.in(folder, OwnProcess.freePort());
                var client = MongoClients.create(again.uri(""))) {
            var complaints = client.getDatabase("intake").getCollection("complaints");
            var stored = complaints.find().map(one -> one.getInteger("_id")).into(new HashSet<>());
            assertThat(stored).containsAll(answered);
            complaints.insertOne(complaint(MOST_BEFORE_FULL + 1));
            assertThat(complaints
                            .find(new Document("_id", MOST_BEFORE_FULL + 1))
                            .first())
                    .isNotNull();
        }
    }

    @Test
    void noMessageIsConfirmedThatIsNotThereAfterwards() throws Exception {
        int port = OwnProcess.freePort();
        var store = folder.resolve("store");
        var work = folder.resolve("work");
        var server = OwnProcess.start("broker", store.toString(), work.toString(), Integer.toString(port));
        var factory = new ConnectionFactory();
        factory.setUri("amqp://congvu:congvu-demo-only@127.0.0.1:" + port + "/congvu");
        factory.setAutomaticRecoveryEnabled(false);
        int confirmed;
        var connection = factory.newConnection();
        try {
            var channel = connection.createChannel();
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            channel.confirmSelect();
            limitFiles(server, size(folder) + ROOM_LEFT_BYTES);
            confirmed = publishUntilItIsFull(channel);
        } finally {
            server.destroyForcibly().waitFor();
            connection.abort();
        }

        assertThat(confirmed).isPositive().isLessThan(MOST_BEFORE_FULL);
        try (var again = EmbeddedBroker.in(store, work, OwnProcess.freePort())) {
            factory.setUri(again.uri());
            try (var later = factory.newConnection();
                    var reading = later.createChannel()) {
                assertThat(reading.messageCount(QUEUE)).isGreaterThanOrEqualTo(confirmed);
            }
        }
    }

    private static int publishUntilItIsFull(Channel channel) {
        int confirmed = 0;
        try {
            boolean taken = true;
            while (taken && confirmed < MOST_BEFORE_FULL) {
                channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, WORDS.getBytes(UTF_8));
                taken = channel.waitForConfirms(CONFIRMED_WITHIN_MILLIS);
                confirmed += taken ? 1 : 0;
            }
        } catch (IOException | TimeoutException | InterruptedException | ShutdownSignalException full) {
            assertThat(full).as("refused, or no answer").isNotNull();
        }
        return confirmed;
    }

    private static void insertUntilItIsFull(MongoCollection<Document> complaints, List<Integer> answered) {
        for (int number = 0; number < MOST_BEFORE_FULL; number++) {
            complaints.insertOne(complaint(number));
            answered.add(number);
        }
    }

    private static Document complaint(int id) {
        return new Document("_id", id).append("text", WORDS);
    }

    private static long size(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            long largest = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                largest = Math.max(largest, Files.size(file));
            }
            return largest;
        }
    }

    private static void limitFiles(Process server, long bytes) throws Exception {
        var limited = new ProcessBuilder("prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + bytes)
                .inheritIO()
                .start();
        assertThat(limited.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(limited.exitValue()).isZero();
    }
}
