package vn.congvu.devstack.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.servers.RealServers;
import vn.congvu.devstack.suite.CannotStart;
import vn.congvu.devstack.suite.RunDir;

/** A database or a broker as a process of its own, with its files, so that it can be killed and come back. */
final class Server implements AutoCloseable {
    private static final Duration LISTENS_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Runnable check;
    private final Path log;
    private final RunDir run;
    private final String name;
    private Process process;

    private Server(
            String name, List<String> command, Map<String, String> environment, Runnable check, Path log, RunDir run)
            throws IOException {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.check = check;
        this.log = log;
        this.run = run;
        this.process = launch();
    }

    static Server database(Path folder, int port, RunDir run) throws IOException {
        var uri = "mongodb://127.0.0.1:" + port + "/";
        return new Server(
                "mongodb",
                Jvm.command("vn.congvu.embedded.EmbeddedServer", "512m", "database", folder, Integer.toString(port)),
                Map.of(),
                () -> RealServers.requireReachable(uri, null),
                run.logs().resolve("mongodb.log"),
                run);
    }

    static Server embeddedBroker(Path folder, int port, String uri, RunDir run) throws IOException {
        return new Server(
                "broker",
                Jvm.command(
                        "vn.congvu.embedded.EmbeddedServer",
                        "256m",
                        "broker",
                        folder.resolve("store"),
                        folder.resolve("work"),
                        Integer.toString(port)),
                Map.of(),
                () -> RealServers.requireReachable(null, uri),
                run.logs().resolve("broker.log"),
                run);
    }

    /** A node of its own beside whatever else runs here. */
    static Server rabbitMq(Path folder, int port, int distributionPort, String uri, RunDir run) throws IOException {
        Files.createDirectories(folder);
        var plugins = Files.writeString(folder.resolve("enabled_plugins"), "[].");
        return new Server(
                "rabbitmq",
                List.of(program()),
                Map.of(
                        "HOME", folder.toString(),
                        "RABBITMQ_NODENAME", "torture" + port + "@localhost",
                        "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
                        "RABBITMQ_NODE_PORT", Integer.toString(port),
                        "RABBITMQ_DIST_PORT", Integer.toString(distributionPort),
                        "RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString(),
                        "RABBITMQ_LOG_BASE", folder.resolve("log").toString(),
                        "RABBITMQ_PID_FILE", folder.resolve("pid").toString(),
                        "RABBITMQ_ENABLED_PLUGINS_FILE", plugins.toString()),
                () -> RealServers.requireReachable(null, uri),
                run.logs().resolve("rabbitmq.log"),
                run);
    }

    /** Debian's {@code rabbitmq-server} in the path gives up the environment, the one behind it keeps it. */
    private static String program() {
        return Stream.of("/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/homebrew/sbin/rabbitmq-server")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart(
                                "--rabbitmq needs RabbitMQ on this machine: install rabbitmq-server, or leave the option out."));
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var started = builder.start();
        run.started(started.toHandle(), name);
        return started;
    }

    /** @throws CannotStart when it does not in time */
    void awaitListening() {
        long until = System.nanoTime() + LISTENS_WITHIN.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (CannotStart notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Door.pause(LOOK_AGAIN);
            }
        }
    }

    /** It and what it started. */
    List<ProcessHandle> handles() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    void kill() throws InterruptedException {
        handles().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
