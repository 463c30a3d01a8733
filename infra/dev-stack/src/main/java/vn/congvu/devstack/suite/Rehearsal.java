package vn.congvu.devstack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.congvu.devstack.world.WorldClock;
import vn.congvu.embedded.EmbeddedBroker;
import vn.congvu.embedded.EmbeddedDatabase;

/**
 * Starts one service as its image does, on embedded servers and keys that are gone afterwards: to train its AOT cache while the
 * image is built, and to see that what was built becomes healthy. {@code infra/image} calls it.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RUNS = 3;

    /** The embedded servers tell much that nobody needs here. Held, because a logger that nobody holds forgets its level. */
    private static final Logger ROOT_LOG = Logger.getLogger("");

    private final Path app;
    private final Service service;
    private final Path folder;
    private final Settings settings;

    private Rehearsal(Path app, Service service, Path folder, Settings settings) {
        this.app = app;
        this.service = service;
        this.folder = folder;
        this.settings = settings;
    }

    /** {@code train FOLDER SERVICE} leaves {@code app.aot} in the folder; {@code start FOLDER SERVICE} starts it with and without. */
    static void main(String[] arguments) throws Exception {
        ROOT_LOG.setLevel(Level.OFF);
        var app = Path.of(arguments[1]).toRealPath();
        var service = Arrays.stream(Service.values())
                .filter(each -> each.module().equals(arguments[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + arguments[2]));
        var folder = Files.createTempDirectory("rehearsal");
        var ports = Ports.free();
        try (var database = EmbeddedDatabase.inMemory(ports.of(Part.MONGODB));
                var broker = EmbeddedBroker.inMemory(folder.resolve("broker"), ports.of(Part.AMQP))) {
            var clock = new WorldClock(Installation.clockFile(folder));
            var installation =
                    Installation.in(folder, ports, database.uri(""), broker.uri(), false, false, null, clock);
            var rehearsal = new Rehearsal(app, service, folder, installation.settings());
            switch (arguments[0]) {
                case "train" -> rehearsal.train();
                case "start" -> rehearsal.compare();
                default -> throw new IllegalArgumentException("train or start, not " + arguments[0]);
            }
        }
        RunDir.wipe(folder);
        // the embedded broker's threads would keep the process
        System.exit(0);
    }

    private void train() throws IOException, InterruptedException {
        var cache = app.resolve("app.aot");
        run(List.of("java", "@jvm.options", "-XX:AOTCacheOutput=" + cache.getFileName(), "-jar", "app.jar"));
        if (!Files.exists(cache)) {
            throw new CannotStart(service.module() + " left no cache: see the log above.");
        }
        say("%s: trained, %d MB".formatted(service.module(), Files.size(cache) / 1_000_000));
    }

    /** In turn, so that what else the machine does hits both alike. */
    private void compare() throws IOException, InterruptedException {
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (int n = 0; n < RUNS; n++) {
            with.add(run(List.of("./start.sh")));
            without.add(run(List.of("java", "@jvm.options", "-jar", "app.jar")));
        }
        say("%s: healthy in %.1f s with the cache, %.1f s without (medians of %d)"
                .formatted(service.module(), median(with), median(without), RUNS));
    }

    private double run(List<String> start) throws IOException, InterruptedException {
        var command = new ArrayList<>(start);
        command.add("--spring.config.additional-location=file:" + settings.write(service, folder.resolve("config")));
        var log = folder.resolve(service.module() + ".log");
        var began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var seconds = untilHealthy(process, began, log);
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new CannotStart(service.module() + " does not stop");
            }
            return seconds;
        } finally {
            process.destroyForcibly();
        }
    }

    private double untilHealthy(Process process, long began, Path log) throws IOException, InterruptedException {
        var door = URI.create(settings.ports().url(service.part()) + "/readyz");
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
                if (answers(http, door)) {
                    return (System.nanoTime() - began) / 1e9;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new CannotStart(service.module() + " did not become healthy:\n" + Files.readString(log));
    }

    private static boolean answers(HttpClient http, URI door) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    private static void say(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
