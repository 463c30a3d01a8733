package vn.congvu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTests {
    @TempDir
    Path folder;

    @Test
    void confirmsWhatItRoutesAndReturnsWhatNobodyWants() throws Exception {
        var returned = new ConcurrentLinkedQueue<String>();
        try (var broker = EmbeddedBroker.inMemory(folder, freePort());
                var connection = connect(broker);
                var channel = connection.createChannel()) {
            declare(channel);
            channel.confirmSelect();
            channel.addReturnListener(message -> returned.add(message.getRoutingKey()));
            channel.basicPublish(
                    "complaints.intake",
                    "complaint.received.v1",
                    true,
                    MessageProperties.PERSISTENT_BASIC,
                    bytes("một"));
            channel.waitForConfirmsOrDie(5_000);
            channel.queueUnbind("cases.follow-complaints", "complaints.intake", "#");
            channel.basicPublish(
                    "complaints.intake", "nobody.v1", true, MessageProperties.PERSISTENT_BASIC, bytes("hai"));
            // RabbitMQ returns and acknowledges, Broker-J returns and refuses: both say that nobody got it
            channel.waitForConfirms(5_000);

            assertThat(read(channel)).isEqualTo("một");
            assertThat(returned).containsExactly("nobody.v1");
        }
    }

    @Test
    void deliversAgainWhatWasNotAcknowledged() throws Exception {
        try (var broker = EmbeddedBroker.inMemory(folder, freePort());
                var connection = connect(broker)) {
            try (var channel = connection.createChannel()) {
                declare(channel);
                channel.basicPublish("complaints.intake", "a.v1", MessageProperties.PERSISTENT_BASIC, bytes("một"));
                assertThat(channel.basicGet("cases.follow-complaints", false)).isNotNull();
            }
            try (var channel = connection.createChannel()) {
                assertThat(read(channel)).isEqualTo("một");
            }
        }
    }

    @Test
    void keepsPersistentMessagesOverARestart() throws Exception {
        var store = folder.resolve("store");
        try (var broker = EmbeddedBroker.in(store, folder.resolve("work"), freePort());
                var connection = connect(broker);
                var channel = connection.createChannel()) {
            declare(channel);
            channel.confirmSelect();
            channel.basicPublish("complaints.intake", "a.v1", MessageProperties.PERSISTENT_BASIC, bytes("giữ lại"));
            channel.waitForConfirmsOrDie(5_000);
        }
        try (var broker = EmbeddedBroker.in(store, folder.resolve("work"), freePort());
                var connection = connect(broker);
                var channel = connection.createChannel()) {
            declare(channel);
            assertThat(read(channel)).isEqualTo("giữ lại");
        }
    }

    private static void declare(Channel channel) throws IOException {
        channel.exchangeDeclare("complaints.intake", "topic", true);
        channel.queueDeclare("cases.follow-complaints", true, false, false, Map.of());
        channel.queueBind("cases.follow-complaints", "complaints.intake", "#");
    }

    private static String read(Channel channel) throws IOException {
        var message = channel.basicGet("cases.follow-complaints", true);
        assertThat(message).isNotNull();
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    private static Connection connect(EmbeddedBroker broker) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        return factory.newConnection();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
