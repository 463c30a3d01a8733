package vn.congvu.devstack.replay;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A suite of the replay's own, on free ports, in memory, with the city's directory. */
final class OwnStack implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Process process;
    private final Path runDir;

    private OwnStack(Process process, Path runDir) {
        this.process = process;
        this.runDir = runDir;
    }

    /**
     * Returns when it is healthy.
     *
     * @param environment settings for this suite alone
     * @throws IOException with its last words if it does not start
     */
    static OwnStack start(ReplayOptions options, Path directory, Instant startAt, Map<String, String> environment)
            throws IOException, InterruptedException {
        var runDir = options.folder().resolve("run");
        Files.deleteIfExists(runDir.resolve("ready"));
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0],
                "org.springframework.boot.loader.launch.JarLauncher"));
        command.addAll(List.of("--root", options.root().toString(), "--run-dir", runDir.toString()));
        command.addAll(List.of("--province", directory.toString(), "--free-ports", "--start-at", startAt.toString()));
        var builder = new ProcessBuilder(command).directory(options.root().toFile());
        builder.environment().putAll(environment);
        var log = options.folder().resolve("stack.log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        var stack = new OwnStack(builder.start(), runDir);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(runDir.resolve("ready"))) {
            if (!stack.process.isAlive() || System.nanoTime() > until) {
                stack.close();
                throw new IOException("The suite did not start. It said:\n" + Files.readString(log));
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return stack;
    }

    URI gateway() throws IOException {
        return listening("gateway");
    }

    URI world() throws IOException {
        return listening("world");
    }

    private URI listening(String part) throws IOException {
        var ports = new Properties();
        try (var in = Files.newInputStream(runDir.resolve("ports.properties"))) {
            ports.load(in);
        }
        return URI.create("http://127.0.0.1:" + ports.getProperty(part));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
