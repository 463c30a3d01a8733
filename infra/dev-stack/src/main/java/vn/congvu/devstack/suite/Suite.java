package vn.congvu.devstack.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The four services: started together, watched, stopped together. */
public final class Suite implements AutoCloseable {
    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(5);
    /** Four that write down at once what they have learnt take some twenty seconds on two cores. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(35);
    /** After Ctrl-C the children end by themselves, a moment before this process hears of it. */
    private static final Duration INTERRUPT_ARRIVES = Duration.ofMillis(700);

    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Set<ServiceProcess> killed = ConcurrentHashMap.newKeySet();
    private final Watchdog watchdog;
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean supervised;

    private Suite(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /**
     * Starts the processes; they are not ready yet.
     *
     * @param root of the project
     * @param apps where the jars are unpacked
     */
    public static Suite start(Installation installation, Path root, Path apps, RunDir run) throws IOException {
        var suite = new Suite(Watchdog.start(run));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var unpacked = new ArrayList<Future<App>>();
            for (var service : Service.values()) {
                unpacked.add(threads.submit(() -> App.unpacked(service, root, apps)));
            }
            for (var app : unpacked) {
                suite.start(get(app), installation, run);
            }
            return suite;
        } catch (IOException | RuntimeException failed) {
            suite.close();
            throw failed;
        }
    }

    private void start(App app, Installation installation, RunDir run) throws IOException {
        var settings = installation.settings().write(app.service(), run.folder().resolve("config"));
        var url = installation.settings().ports().url(app.service().part());
        watch(app.service(), ServiceProcess.start(app, settings, run, url));
    }

    private void watch(Service service, ServiceProcess process) {
        synchronized (services) {
            services.put(service, process);
        }
        watchdog.guard(process.handle());
        var _ = process.onExit().thenAcceptAsync(_ -> mourn(process));
    }

    /** From now on a service that ends by itself is started again, as a supervisor does in production. */
    public void supervise() {
        supervised = true;
    }

    /** Ends a service at once, as {@code kill -9} does, and leaves it so. */
    public void kill(Service service) throws InterruptedException {
        var process = process(service);
        killed.add(process);
        process.kill();
    }

    /** Starts a service that was killed; it is not ready yet. */
    public void startAgain(Service service) {
        try {
            watch(service, process(service).again());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public ProcessHandle handle(Service service) {
        return process(service).handle();
    }

    private ServiceProcess process(Service service) {
        synchronized (services) {
            var process = services.get(service);
            if (process == null) {
                throw new IllegalStateException(service + " was never started");
            }
            return process;
        }
    }

    private List<ServiceProcess> processes() {
        synchronized (services) {
            return List.copyOf(services.values());
        }
    }

    private void mourn(ServiceProcess process) {
        try {
            Thread.sleep(INTERRUPT_ARRIVES);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        if (stopping || killed.contains(process)) {
            return;
        }
        if (supervised) {
            startAgain(process.service());
        } else {
            died.complete(process.obituary());
        }
    }

    private static <T> T get(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case CannotStart cannot -> throw cannot;
                case IOException io -> throw io;
                case null, default -> throw new IOException(failed.getCause());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.");
        }
    }

    /**
     * Waits until all are healthy.
     *
     * @param ready hears each one's name as soon as it is
     * @throws CannotStart when one ends or takes too long
     */
    public void awaitHealthy(Consumer<String> ready) {
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = CompletableFuture.allOf(processes().stream()
                    .map(service -> CompletableFuture.runAsync(() -> await(service, client, ready), threads))
                    .toArray(CompletableFuture[]::new));
            var failure = CompletableFuture.anyOf(all, died)
                    .exceptionally(Throwable::getCause)
                    .join();
            threads.shutdownNow();
            client.shutdownNow();
            switch (failure) {
                case CannotStart cannot -> throw cannot;
                case RuntimeException broken -> throw broken;
                case String obituary -> throw new CannotStart(obituary);
                case null, default -> {
                    // all are healthy
                }
            }
        }
    }

    private static void await(ServiceProcess service, HttpClient client, Consumer<String> ready) {
        try {
            if (!service.awaitHealthy(client, HEALTHY_WITHIN)) {
                throw new CannotStart(service.obituary());
            }
            ready.accept(service.name());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when a service has ended without being asked to, with what is known about it. */
    public String awaitDeath() {
        return died.join();
    }

    @Override
    public void close() {
        stopping = true;
        var deadline = System.nanoTime() + STOP_WITHIN.toNanos();
        var running = processes();
        running.forEach(ServiceProcess::askToStop);
        for (var service : running) {
            try {
                service.awaitStopped(deadline);
                service.keepWhatItLearnt();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
        watchdog.close();
    }
}
