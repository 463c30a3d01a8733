package vn.congvu.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.BrokerModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Qpid Broker-J as an AMQP 0-9-1 broker for the RabbitMQ client: topic exchanges, persistent messages, confirms, mandatory
 * returns. It refuses every {@code x-} argument of queues. Listens on this machine only.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String VIRTUAL_HOST = "congvu";
    private static final String USER = "congvu";
    private static final String PASSWORD = "congvu-demo-only";

    private final SystemLauncher launcher;
    private final int port;

    private EmbeddedBroker(SystemLauncher launcher, int port) {
        this.launcher = launcher;
        this.port = port;
    }

    /** @param workFolder for the broker's own files */
    public static EmbeddedBroker inMemory(Path workFolder, int port) throws Exception {
        return start(workFolder, null, port);
    }

    /** Keeps durable queues and persistent messages in {@code store}; what was confirmed outlives {@code kill -9}. */
    public static EmbeddedBroker in(Path store, Path workFolder, int port) throws Exception {
        Files.createDirectories(store);
        return start(workFolder, store, port);
    }

    private static EmbeddedBroker start(Path workFolder, @Nullable Path store, int port) throws Exception {
        Files.createDirectories(workFolder);
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var launcher = new SystemLauncher(new SystemLauncherListener.DefaultSystemLauncherListener() {
            @Override
            public void errorOnStartup(RuntimeException error) {
                failure.set(error);
            }
        });
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try {
            // the broker finds its parts through the thread, and keeps the loader for its own threads
            thread.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
            launcher.startup(Map.of(
                    "type",
                    "Memory",
                    "initialConfigurationLocation",
                    configuration(workFolder, store, port).toUri().toURL().toExternalForm(),
                    // the broker's own default has the protocol classpath:, which is unknown inside an executable jar
                    "initialSystemPropertiesLocation",
                    nothing(workFolder).toUri().toURL().toExternalForm(),
                    "startupLoggedToSystemOut",
                    false,
                    "context",
                    Map.of("qpid.work_dir", workFolder.toString(), "qpid.broker.statisticsReportingPeriod", "0")));
        } finally {
            thread.setContextClassLoader(usual);
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new EmbeddedBroker(launcher, port);
    }

    private static Path nothing(Path workFolder) throws IOException {
        return Files.writeString(workFolder.resolve("system.properties"), "");
    }

    private static Path configuration(Path workFolder, @Nullable Path store, int port) throws IOException {
        var json = JsonMapper.builder().build();
        Map<String, Object> virtualHost = store == null
                ? Map.of("type", "Memory")
                : Map.of(
                        "type",
                        "JDBC",
                        "connectionUrl",
                        // a confirm leaves after the message is in the file, not half a second before
                        "jdbc:h2:file:" + store.resolve("messages") + ";WRITE_DELAY=0",
                        "context",
                        Map.of(
                                "qpid.jdbcstore.varBinaryType", "varbinary(%d)",
                                "qpid.jdbcstore.bigIntType", "bigint",
                                "qpid.jdbcstore.blobType", "blob"));
        Map<String, Object> node = store == null
                ? Map.of("type", "Memory")
                : Map.of("type", "JSON", "storePath", store.resolve("topology").toString());
        var nodeWithHost = new HashMap<String, Object>(node);
        nodeWithHost.putAll(Map.of(
                "name",
                VIRTUAL_HOST,
                "defaultVirtualHostNode",
                "true",
                "virtualHostInitialConfiguration",
                json.writeValueAsString(virtualHost)));
        Map<String, Object> configuration = Map.of(
                "name", "congvu",
                "modelVersion", BrokerModel.MODEL_VERSION,
                "authenticationproviders",
                        List.of(Map.of(
                                "name",
                                "plain",
                                "type",
                                "Plain",
                                // plain passwords over an unencrypted line: it never leaves this machine
                                "secureOnlyMechanisms",
                                List.of(),
                                "users",
                                List.of(Map.of("name", USER, "type", "managed", "password", PASSWORD)))),
                "ports",
                        List.of(Map.of(
                                "name",
                                "amqp",
                                "type",
                                "AMQP",
                                "port",
                                Integer.toString(port),
                                "bindingAddress",
                                "127.0.0.1",
                                "protocols",
                                List.of("AMQP_0_9_1"),
                                "authenticationProvider",
                                "plain",
                                "virtualhostaliases",
                                List.of(
                                        Map.of("name", "nameAlias", "type", "nameAlias"),
                                        Map.of("name", "defaultAlias", "type", "defaultAlias")))),
                "virtualhostnodes", List.of(nodeWithHost));
        var file = workFolder.resolve("broker.json");
        Files.writeString(file, json.writeValueAsString(configuration));
        return file;
    }

    public String uri() {
        return "amqp://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + VIRTUAL_HOST;
    }

    @Override
    public void close() {
        launcher.shutdown();
    }
}
