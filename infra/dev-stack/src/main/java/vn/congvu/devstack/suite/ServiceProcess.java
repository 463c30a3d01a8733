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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One service as a child process with little memory. */
final class ServiceProcess {
    /** Set by {@code infra/up --for-load}. */
    private static final boolean FOR_LOAD = Boolean.getBoolean("congvu.for-load");

    /** Starts fast and stays small. */
    private static final List<String> MODEST =
            List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m");
    /** Compiles well what runs for long. */
    private static final List<String> BUSY = List.of("-Xmx256m", "-XX:ReservedCodeCacheSize=128m");

    /** Who waits for an answer comes first, then the compilers, then what is done in the background; as in {@code infra/image}. */
    static final List<String> PRIORITIES =
            List.of("-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=19", "-XX:CompilerThreadPriority=5");

    private static final int LAST_LINES = 15;

    /**
     * What it takes to start it.
     *
     * @param settings the file that {@link Settings#write} wrote
     */
    private record Start(App app, Path settings, RunDir run, String url) {}

    private final Start start;
    private final App app;
    private final Process process;
    private final Path log;
    private final AotCache cache;
    private final URI health;

    private ServiceProcess(Start start, Process process, Path log, AotCache cache) {
        this.start = start;
        this.app = start.app();
        this.process = process;
        this.log = log;
        this.cache = cache;
        this.health = URI.create(start.url() + "/readyz");
    }

    /** @param settings the file that {@link Settings#write} wrote */
    static ServiceProcess start(App app, Path settings, RunDir run, String url) throws IOException {
        Files.deleteIfExists(run.logs().resolve(app.service().module() + ".log"));
        return start(new Start(app, settings, run, url));
    }

    /** The same service anew, after this process has ended; its log goes on. */
    ServiceProcess again() throws IOException {
        return start(start);
    }

    private static ServiceProcess start(Start start) throws IOException {
        var app = start.app();
        var run = start.run();
        Files.createDirectories(run.logs());
        var log = run.logs().resolve(app.service().module() + ".log");
        var recording = run.folder().resolve(app.service().module() + ".recording");
        var cache = new AotCache(app, recording, options());
        var builder = new ProcessBuilder(command(app, start.settings(), run, cache))
                .directory(run.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // glibc's memory per thread adds up with many threads
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        var process = builder.start();
        run.started(process.toHandle(), app.service().module());
        return new ServiceProcess(start, process, log, cache);
    }

    private static List<String> command(App app, Path settings, RunDir run, AotCache cache) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add(run.mark());
        command.addAll(options());
        command.addAll(PRIORITIES);
        command.addAll(List.of(
                "-Xms32m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dspring.aot.enabled=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(cache.startOptions());
        command.addAll(List.of(
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-jar",
                app.jar().toString(),
                "--spring.config.additional-location=file:" + settings));
        return command;
    }

    /** What decides which code is made and how objects lie: an {@link AotCache} holds for the same only. */
    private static List<String> options() {
        var options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
        options.addAll(FOR_LOAD ? BUSY : MODEST);
        return options;
    }

    String name() {
        return app.service().module();
    }

    Service service() {
        return app.service();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** @return false when it ended or the time was up */
    boolean awaitHealthy(HttpClient client, Duration patience) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        var end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                // not listening yet: that is what we wait for
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    /** What happened to it, with the end of its log. */
    String obituary() {
        var what = process.isAlive()
                ? name() + " is not healthy in time (" + health + ")."
                : name() + " ended with exit code " + process.exitValue() + ".";
        try {
            var lines = RunDir.lastLines(log, LAST_LINES);
            return what + " The last lines of " + log + ":\n  " + String.join("\n  ", lines);
        } catch (IOException unreadable) {
            return what + " Its log " + log + " can't be read: " + unreadable;
        }
    }

    /** Without any chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void askToStop() {
        process.destroy();
    }

    /** Waits until it ended by itself, and ends it by force when it doesn't. */
    void awaitStopped(long deadlineNanos) throws InterruptedException {
        if (!process.waitFor(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Lets what the JVM wrote at its end become a faster next start. */
    void keepWhatItLearnt() throws IOException {
        if (!process.isAlive()) {
            cache.assembleAfter(process.exitValue());
        }
    }
}
