package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import vn.congvu.platform.failpoint.Failpoint;

/** One more process of a service beside the running one. */
final class Replica implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI address;
    private final Path log;

    private Replica(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Dies at a failpoint. */
    static Replica of(String service, Failpoint dying) {
        return started(
                dying.name(),
                jar(ROOT, service),
                service,
                List.of("--complaints.platform.messaging.lease=2s", "--complaints.platform.failpoint.armed=" + dying));
    }

    /**
     * Goes on until it is asked to end.
     *
     * @param built a checkout of the version that it is to be, with its jars
     */
    static Replica ofVersion(Path built, String service, String... settings) {
        return started("of-" + service, jar(built, service), service, List.of(settings));
    }

    private static Path jar(Path built, String service) {
        return Unpacked.jar(built.resolve(service + "/target/" + service + "-0.1.0-SNAPSHOT.jar"));
    }

    private static Replica started(String name, Path jar, String service, List<String> settings) {
        try {
            int port = freePort();
            var log = Path.of("target/replica-" + name + ".log").toAbsolutePath();
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dspring.aot.enabled=true",
                    "-jar",
                    jar.toString(),
                    "--spring.config.additional-location=file:" + Insider.settingsFile(service),
                    "--server.port=" + port,
                    "--management.server.port=0"));
            command.addAll(settings);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(RunningSuite.ONE_SENDER_OF_MANY);
            var process = builder.start();
            var replica = new Replica(process, URI.create("http://127.0.0.1:" + port), log);
            replica.awaitHealthy();
            return replica;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As a cluster asks it to make room for another one: it finishes what it has begun. */
    void askToEnd() {
        process.destroy();
    }

    /** @return its exit code */
    int awaitDeath(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still alive:\n" + said());
        }
        return process.exitValue();
    }

    private void awaitHealthy() {
        var health = HttpRequest.newBuilder(address.resolve("/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await()
                .atMost(HEALTHY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !process.isAlive()
                        || HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200);
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
