package vn.congvu.devstack.torture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.suite.CannotStart;
import vn.congvu.devstack.suite.Installation;
import vn.congvu.devstack.suite.Part;
import vn.congvu.devstack.suite.Ports;
import vn.congvu.devstack.suite.RunDir;
import vn.congvu.devstack.suite.Suite;
import vn.congvu.devstack.world.World;
import vn.congvu.devstack.world.WorldClock;

/** The suite, its database and its broker, each in a process that can be killed; the outside world is here and never dies. */
final class Rig implements AutoCloseable {
    private static final int MOST_STARTS = 5;
    private static final Duration STARTED_ANEW_WITHIN = Duration.ofSeconds(2);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Path data;
    private final Ports ports;
    private final Server database;
    private final Server broker;
    private final Suite suite;
    private final String amqp;

    private Rig(TortureOptions options) throws Exception {
        try {
            var run = opened(RunDir.taken(options.runDir()));
            run.endLeftovers();
            RunDir.wipe(run.logs());
            Files.createDirectories(run.logs());
            data = run.folder().resolve("data");
            RunDir.wipe(data);
            Files.createDirectories(data);
            ports = Ports.free();
            amqp = "amqp://" + (options.rabbitmq() ? "guest:guest" : "congvu:congvu-demo-only") + "@127.0.0.1:"
                    + ports.of(Part.AMQP) + (options.rabbitmq() ? "" : "/congvu");
            database = opened(Server.database(data.resolve("mongodb"), ports.of(Part.MONGODB), run));
            broker = opened(broker(options, run));
            database.awaitListening();
            broker.awaitListening();
            var clock = new WorldClock(Installation.clockFile(data));
            var installation = Installation.in(data, ports, mongodb(), amqp, options.rabbitmq(), false, null, clock);
            suite = opened(Suite.start(
                    installation, options.root(), options.root().resolve("infra/dev-stack/target/apps"), run));
            opened(new World(installation.world(data), clock));
            suite.awaitHealthy(_ -> {});
            suite.supervise();
        } catch (Exception stuck) {
            close();
            throw stuck;
        }
    }

    /** Returns when all is healthy. */
    static Rig started(TortureOptions options) throws Exception {
        return new Rig(options);
    }

    private Server broker(TortureOptions options, RunDir run) throws IOException {
        int port = ports.of(Part.AMQP);
        return options.rabbitmq()
                ? Server.rabbitMq(data.resolve("rabbitmq"), port, freePort(), amqp, run)
                : Server.embeddedBroker(data.resolve("broker"), port, amqp, run);
    }

    private static int freePort() throws IOException {
        return Ports.free().of(Part.AMQP);
    }

    String mongodb() {
        return "mongodb://127.0.0.1:" + ports.of(Part.MONGODB) + "/";
    }

    String amqp() {
        return amqp;
    }

    URI gateway() {
        return URI.create(ports.url(Part.GATEWAY));
    }

    URI world() {
        return URI.create(ports.url(Part.WORLD));
    }

    /** Where the outside world keeps what it saw. */
    Path data() {
        return data;
    }

    /** As {@code kill -9} does. */
    void kill(Target target) throws InterruptedException {
        switch (target) {
            case DATABASE -> database.kill();
            case BROKER -> broker.kill();
            default -> suite.kill(target.ofSuite());
        }
    }

    void startAgain(Target target) throws IOException {
        switch (target) {
            case DATABASE -> database.startAgain();
            case BROKER -> broker.startAgain();
            default -> suite.startAgain(target.ofSuite());
        }
    }

    void standStill(Target target) {
        handles(target).forEach(handle -> signal("STOP", handle));
    }

    void goOn(Target target) {
        handles(target).forEach(handle -> signal("CONT", handle));
    }

    private List<ProcessHandle> handles(Target target) {
        return switch (target) {
            case DATABASE -> database.handles();
            case BROKER -> broker.handles();
            default -> List.of(suite.handle(target.ofSuite()));
        };
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("kill -" + signal + " hangs");
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when everything answers again, also what ended by itself while a server was away and was started anew. */
    void awaitHealthy() {
        database.awaitListening();
        broker.awaitListening();
        for (int attempt = 1; ; attempt++) {
            try {
                suite.awaitHealthy(_ -> {});
                return;
            } catch (CannotStart endedMeanwhile) {
                if (attempt == MOST_STARTS) {
                    throw endedMeanwhile;
                }
                Door.pause(STARTED_ANEW_WITHIN);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
