package vn.congvu.devstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.demo.DemoPlayer;
import vn.congvu.devstack.servers.RealServers;
import vn.congvu.devstack.suite.CannotStart;
import vn.congvu.devstack.suite.Installation;
import vn.congvu.devstack.suite.Part;
import vn.congvu.devstack.suite.Ports;
import vn.congvu.devstack.suite.RunDir;
import vn.congvu.devstack.suite.Service;
import vn.congvu.devstack.suite.Suite;
import vn.congvu.devstack.world.World;
import vn.congvu.devstack.world.WorldClock;
import vn.congvu.embedded.EmbeddedBroker;
import vn.congvu.embedded.EmbeddedDatabase;

/** Everything that runs, in the order it is started, closed in the opposite order. */
final class Stack implements AutoCloseable {
    private static final Logger log = Logger.getLogger(Stack.class.getName());

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger MONGO_LOG = Logger.getLogger("de.bwaldvogel.mongo");

    private final Options options;
    private final Console console;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;
    private volatile @Nullable Ports started;

    Stack(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    /**
     * Returns when all is healthy; whatever was started before a failure is for {@link #close} to end.
     *
     * @throws CannotStart with a line that says what to do
     */
    Suite start() throws Exception {
        var run = opened(RunDir.taken(options.runDir()));
        var leftovers = run.endLeftovers();
        if (!leftovers.isEmpty()) {
            console.say("Ended what an earlier run left behind: " + String.join(", ", leftovers) + ".");
        }
        RunDir.wipe(run.logs());
        logTo(run.logs());
        var data = data(run);
        var ports = ports();
        RealServers.requireReachable(options.mongodb(), options.rabbitmq());
        run.started(ProcessHandle.current(), "dev-stack");

        var clock = new WorldClock(Installation.clockFile(data));
        if (options.startAt() != null) {
            clock.startAt(options.startAt());
        }
        var broker = CompletableFuture.supplyAsync(() -> broker(run, data, ports));
        var mongodb = mongodb(data, ports);
        var amqp = joined(broker);
        var installation = Installation.in(
                data, ports, mongodb, amqp, options.rabbitmq() != null, options.mfa(), options.province(), clock);
        var suite = opened(
                Suite.start(installation, options.root(), options.root().resolve("infra/dev-stack/target/apps"), run));
        opened(new World(installation.world(data), clock));
        console.ready("outside world", ports.url(Part.WORLD) + " (mail on port " + ports.of(Part.SMTP) + ")");
        write(ports, run);
        suite.awaitHealthy(name -> console.ready(name, url(name, ports)));
        Files.writeString(run.folder().resolve("ready"), ports.url(Part.GATEWAY));
        greet(installation, ports, run, data);
        started = ports;
        return suite;
    }

    /** Tells the authored story on a suite that is healthy; the suite stays, whatever comes of it. */
    void playDemo() {
        var ports = started;
        if (ports == null) {
            throw new IllegalStateException("not started");
        }
        try {
            DemoPlayer.play(URI.create(ports.url(Part.GATEWAY)), URI.create(ports.url(Part.WORLD)), System.out);
            console.say(String.format(Locale.ROOT, "The demo is played, %.0f s after the start.", console.seconds()));
        } catch (RuntimeException stuck) {
            log.log(Level.SEVERE, "The demo got stuck", stuck);
            console.say("The demo is played only in part, the suite runs on: " + stuck.getMessage());
        }
    }

    private static String url(String module, Ports ports) {
        return Arrays.stream(Service.values())
                .filter(service -> service.module().equals(module))
                .map(service -> ports.url(service.part()))
                .collect(Collectors.joining());
    }

    /** With a memory database everything starts afresh, so old keys and phones go too. */
    private Path data(RunDir run) throws IOException {
        var data = options.data() == null ? run.folder().resolve("data") : options.data();
        if (options.data() == null && options.mongodb() == null) {
            RunDir.wipe(data);
        }
        run.alsoLock(data);
        return data.toRealPath();
    }

    private Ports ports() throws IOException {
        var ports = (options.freePorts() ? Ports.free() : Ports.usual()).with(options.ports());
        var needed = EnumSet.allOf(Part.class);
        if (options.mongodb() != null) {
            needed.remove(Part.MONGODB);
        }
        if (options.rabbitmq() != null) {
            needed.remove(Part.AMQP);
        }
        var taken = ports.taken(needed);
        if (!taken.isEmpty()) {
            var list = taken.stream()
                    .map(part -> ports.of(part) + " (" + part.word() + ")")
                    .collect(Collectors.joining(", "));
            var first = taken.getFirst();
            throw new CannotStart(
                    "In use already: port " + list + ". Stop what listens there, or choose others with --ports "
                            + first.word() + "=" + (ports.of(first) + 1000) + " or --free-ports.");
        }
        return ports;
    }

    private String mongodb(Path data, Ports ports) throws IOException {
        if (options.mongodb() != null) {
            console.ready("database", "yours");
            return options.mongodb();
        }
        var port = ports.of(Part.MONGODB);
        var database = opened(
                options.data() == null
                        ? EmbeddedDatabase.inMemory(port)
                        : EmbeddedDatabase.in(data.resolve("mongodb"), port));
        console.ready(
                "database",
                "mongodb://127.0.0.1:" + port + (options.data() == null ? " (in memory)" : " (in " + data + ")"));
        return database.uri("");
    }

    private String broker(RunDir run, Path data, Ports ports) {
        if (options.rabbitmq() != null) {
            console.ready("message broker", "yours");
            return options.rabbitmq();
        }
        try {
            var work = run.folder().resolve("broker");
            var port = ports.of(Part.AMQP);
            var broker = opened(
                    options.data() == null
                            ? EmbeddedBroker.inMemory(work, port)
                            : EmbeddedBroker.in(data.resolve("broker"), work, port));
            console.ready("message broker", "amqp://127.0.0.1:" + port);
            return broker.uri();
        } catch (Exception failed) {
            throw new IllegalStateException("The embedded message broker does not start", failed);
        }
    }

    private static String joined(CompletableFuture<String> broker) throws Exception {
        try {
            return broker.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static void write(Ports ports, RunDir run) throws IOException {
        var properties = new Properties();
        ports.byPart().forEach((part, port) -> properties.setProperty(part.word(), Integer.toString(port)));
        try (var out = Files.newOutputStream(run.folder().resolve("ports.properties"))) {
            properties.store(out, "Where the parts of this suite listen");
        }
    }

    private static void logTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = new FileHandler(folder.resolve("dev-stack.log").toString());
        file.setFormatter(new SimpleFormatter());
        var root = Logger.getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        root.addHandler(file);
        root.setLevel(Level.WARNING);
        // it warns of every index that it doesn't build, and logs as a failure every taken key that its client expects
        MONGO_LOG.setLevel(Level.OFF);
    }

    private void greet(Installation installation, Ports ports, RunDir run, Path data) {
        console.say("""

                Công Vụ is ready.
                  citizens        %1$s
                  staff           %1$s/staff/sign-in
                  outside world   %2$s   phones, mailbox, provider, clock

                  Accounts, all with the password %3$s:
                    operator  triage  monitor  inspector  custodian  auditor  admin
                    head.<agency>  officer.<agency>, such as head.snv or officer.c25459

                  Logs in %4$s
                """.formatted(ports.url(Part.GATEWAY), ports.url(Part.WORLD), installation.password(), run.logs())
                .stripTrailing());
        if (options.mfa()) {
            console.say("  Each account enrols an authenticator app at its first sign-in: scan the picture with a"
                    + " telephone, or\n  feed the key below it to oathtool --totp -b. Passkeys need the name: "
                    + ports.url(Part.GATEWAY).replace("127.0.0.1", "localhost") + ".");
        }
        if (options.data() != null && options.mongodb() == null) {
            console.say("  Kept in " + data + ". The embedded database does not force the disk: good for trying the"
                    + " suite,\n  not for a citizen's only copy. Use --mongodb and --rabbitmq for that.");
        } else if (options.mongodb() != null && options.data() == null) {
            console.say("  The keys that open what is sealed in your database are in " + data
                    + ":\n  use --data DIR to keep them in a safer place.");
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        if (closed) {
            close(part);
            throw new CannotStart("Stopped while starting.");
        }
        running.push(part);
        return part;
    }

    /** Safe to call at any time, from a shutdown hook too. */
    @Override
    public synchronized void close() {
        closed = true;
        if (running.stream().anyMatch(Suite.class::isInstance)) {
            console.say("Stopping everything.");
        }
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            log.log(Level.WARNING, "While closing " + part, failed);
        }
    }
}
