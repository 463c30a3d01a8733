package vn.congvu.devstack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A dev stack in a process of its own, as {@code infra/up} starts it. */
final class Up implements AutoCloseable {
    private final Path runDir;
    private final Path said;
    private final Process process;

    /** What a killed one left as its sign of readiness doesn't count. */
    Up(Path root, Path runDir, String... options) throws IOException {
        this.runDir = runDir;
        said = Files.createTempFile(root, "said", ".txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcongvu.aot-cache=no",
                "-cp",
                System.getProperty("java.class.path"),
                DevStack.class.getName(),
                "--root",
                root.toString(),
                "--run-dir",
                runDir.toString()));
        command.addAll(List.of(options));
        Files.deleteIfExists(runDir.resolve("ready"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    Up awaitReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || Files.exists(runDir.resolve("ready")));
        if (!process.isAlive()) {
            throw new AssertionError(said());
        }
        return this;
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + said());
        }
        return process.exitValue();
    }

    Process process() {
        return process;
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    String port(String part) throws IOException {
        var ports = new Properties();
        try (var in = Files.newInputStream(runDir.resolve("ports.properties"))) {
            ports.load(in);
        }
        return ports.getProperty(part);
    }

    /** The services and the watchdog. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    ProcessHandle service(String module) throws IOException {
        return Files.readAllLines(runDir.resolve("pids")).stream()
                .filter(line -> line.endsWith(" " + module))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[0])).stream())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        awaitExit();
    }
}
