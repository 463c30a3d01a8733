package vn.congvu.platform.testing;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Queues;
import vn.congvu.embedded.EmbeddedBroker;
import vn.congvu.embedded.EmbeddedDatabase;
import vn.congvu.platform.messaging.Topology;

/**
 * The database and the broker of this JVM's tests: embedded ones, and in the second run of the build real ones, which
 * {@code TEST_MONGODB_URI} and {@code TEST_RABBITMQ_URI} name. Started once. {@code {module}} in the broker's address stands for
 * the module's folder: with a virtual host for each, modules can be tested side by side.
 */
public final class TestServers {
    private static final @Nullable String MONGODB = System.getProperty("test.mongodb.uri");
    private static final @Nullable String RABBITMQ = ofThisModule(System.getProperty("test.rabbitmq.uri"));
    private static final TestServers INSTANCE = new TestServers();

    private final String mongo;
    private final String rabbit;

    private TestServers() {
        try {
            mongo = MONGODB != null
                    ? MONGODB
                    : EmbeddedDatabase.inMemory(freePort()).uri("");
            rabbit = RABBITMQ != null
                    ? RABBITMQ
                    : EmbeddedBroker.inMemory(Files.createTempDirectory("broker"), freePort())
                            .uri();
        } catch (Exception failed) {
            throw new IllegalStateException("the test servers don't start", failed);
        }
    }

    /** A database that nobody else uses, on the server of this JVM. */
    public static String newDatabaseUri() {
        var name = "test" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var uri = INSTANCE.mongo;
        int options = uri.indexOf('?');
        var servers = options < 0 ? uri : uri.substring(0, options);
        return servers.replaceFirst("^(mongodb(?:\\+srv)?://[^/]+).*$", "$1/" + name)
                + (options < 0 ? "" : uri.substring(options));
    }

    public static String rabbitUri() {
        return INSTANCE.rabbit;
    }

    public static boolean rabbitIsReal() {
        return RABBITMQ != null;
    }

    /** Surefire and failsafe say where the module is by {@code basedir}. */
    private static @Nullable String ofThisModule(@Nullable String uri) {
        return uri == null
                ? null
                : uri.replace(
                        "{module}",
                        Path.of(System.getProperty("basedir", ""))
                                .toAbsolutePath()
                                .getFileName()
                                .toString());
    }

    /** Nothing that an earlier context left on the broker reaches the next one. */
    public static void emptyBroker() {
        try (var connection = connect()) {
            for (var queue : queues()) {
                delete(connection, queue);
            }
        } catch (Exception failed) {
            throw new IllegalStateException("the broker can't be emptied", failed);
        }
    }

    /** A plain connection to the broker, for tests that look behind the plumbing. */
    public static Connection connect() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(INSTANCE.rabbit);
        return factory.newConnection("tests");
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no free port", none);
        }
    }

    private static List<String> queues() {
        var names = new ArrayList<String>();
        for (var queue : Queues.values()) {
            names.add(queue.queue());
            names.add(Topology.deadLettersOf(queue.queue()));
            names.add(Topology.digestsOf(queue.queue()));
        }
        for (var exchange : List.of(Exchanges.INTAKE, Exchanges.CASES, Exchanges.NOTIFY)) {
            names.add(Topology.resendsOf(exchange));
        }
        return names;
    }

    /** Qpid closes the channel over a queue that is not there; RabbitMQ doesn't mind. */
    private static void delete(Connection connection, String queue) throws IOException {
        var channel = connection.createChannel();
        try {
            channel.queueDelete(queue);
            channel.abort();
        } catch (IOException refused) {
            if (channel.isOpen()) {
                throw refused;
            }
        }
    }
}
