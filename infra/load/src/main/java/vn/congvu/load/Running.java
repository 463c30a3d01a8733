package vn.congvu.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The suite that {@code infra/up} started, as its run directory tells. */
final class Running {
    private static final Pattern STARTED =
            Pattern.compile("Started \\w+ in [0-9.]+ seconds \\(process running for ([0-9.]+)\\)");
    private static final Pattern ALL_STARTED = Pattern.compile("Started in ([0-9.]+) s");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");

    private final Path folder;
    private final Properties ports;

    Running(Path folder) throws IOException {
        this.folder = folder;
        this.ports = properties(folder.resolve("ports.properties"));
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + ports.getProperty("gateway"));
    }

    Properties settings(String service) throws IOException {
        return properties(folder.resolve("config/" + service + ".properties"));
    }

    /** Resident memory of all processes together, in bytes. */
    long residentBytes() throws IOException {
        return residentBytes(_ -> true);
    }

    /** Of the services alone: the embedded store keeps all it was ever given in memory. */
    long residentBytesOfServices() throws IOException {
        return residentBytes(name -> !name.equals("dev-stack"));
    }

    private long residentBytes(Predicate<String> whose) throws IOException {
        long kilobytes = 0;
        for (var line : Files.readAllLines(folder.resolve("pids"))) {
            if (!whose.test(line.substring(line.indexOf(' ') + 1))) {
                continue;
            }
            var status = Path.of("/proc", line.substring(0, line.indexOf(' ')), "status");
            if (Files.exists(status)) {
                var resident = RESIDENT.matcher(Files.readString(status));
                kilobytes += resident.find() ? Long.parseLong(resident.group(1)) : 0;
            }
        }
        return kilobytes * 1024;
    }

    /** From the start of each process until it was ready, in seconds, as its log says. */
    Map<String, Double> startSeconds() throws IOException {
        var seconds = new LinkedHashMap<String, Double>();
        try (var logs = Files.newDirectoryStream(folder.resolve("logs"), "*.log")) {
            for (var log : logs) {
                var started = STARTED.matcher(Files.readString(log));
                if (started.find()) {
                    seconds.put(log.getFileName().toString().replace(".log", ""), Double.parseDouble(started.group(1)));
                }
            }
        }
        return seconds;
    }

    /** Until everything was ready, in seconds. */
    double allStartedSeconds() throws IOException {
        var started = ALL_STARTED.matcher(Files.readString(folder.resolve("up.log")));
        if (!started.find()) {
            throw new IllegalStateException("up.log does not say how long the start took");
        }
        return Double.parseDouble(started.group(1));
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
