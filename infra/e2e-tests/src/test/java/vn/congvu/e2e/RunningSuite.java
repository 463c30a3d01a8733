package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole suite from its jars, on free ports and in memory, started once for all journeys. */
final class RunningSuite {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/suite").toAbsolutePath();
    /** All reports come from this machine, and are no flood. */
    static final Map<String, String> ONE_SENDER_OF_MANY = Map.of("COMPLAINTS_INTAKE_FLOOD_REPORTSPERHOUR", "1000000");

    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
    /** Not a static initialiser: waiting polls from another thread, which would wait for this class in turn. */
    private static @Nullable RunningSuite instance;

    private final Properties ports;

    private RunningSuite(Properties ports) {
        this.ports = ports;
    }

    static URI gateway() {
        return instance().url("gateway");
    }

    static URI world() {
        return instance().url("world");
    }

    /** @param part such as {@code cases} or {@code mongodb} */
    static int port(String part) {
        return Integer.parseInt(instance().ports.getProperty(part));
    }

    /** Where its services write their logs and settings, and the ids of its processes stand. */
    static Path runFolder() {
        instance();
        return FOLDER.resolve("run");
    }

    private static synchronized RunningSuite instance() {
        if (instance == null) {
            instance = start();
        }
        return instance;
    }

    private URI url(String part) {
        return URI.create("http://127.0.0.1:" + ports.getProperty(part));
    }

    private static RunningSuite start() {
        try {
            Files.createDirectories(FOLDER);
            var log = FOLDER.resolve("up.log");
            Files.deleteIfExists(FOLDER.resolve("run/ready"));
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            // recording what an AOT cache is made of makes all services slow
                            "-Dcongvu.aot-cache=no",
                            "-jar",
                            jar().toString(),
                            "--root",
                            ROOT.toString(),
                            "--run-dir",
                            FOLDER.resolve("run").toString(),
                            "--free-ports")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(ONE_SENDER_OF_MANY);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            awaitHealthy(process, log);
            var ports = new Properties();
            try (var in = Files.newInputStream(FOLDER.resolve("run/ports.properties"))) {
                ports.load(in);
            }
            return new RunningSuite(ports);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void awaitHealthy(Process process, Path log) throws IOException {
        try {
            Awaitility.await()
                    .atMost(HEALTHY_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || Files.exists(FOLDER.resolve("run/ready")));
        } catch (ConditionTimeoutException tooSlow) {
            stop(process);
            throw new IllegalStateException("not healthy in time:\n" + Files.readString(log), tooSlow);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("the suite does not start:\n" + Files.readString(log));
        }
    }

    private static Path jar() throws IOException {
        try (var jars = Files.list(ROOT.resolve("infra/dev-stack/target"))) {
            return jars.filter(path -> path.getFileName().toString().matches("dev-stack-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package infra/dev-stack first"));
        }
    }

    private static void stop(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
