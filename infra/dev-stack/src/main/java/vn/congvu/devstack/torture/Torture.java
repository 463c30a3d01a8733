package vn.congvu.devstack.torture;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.Gateway;
import vn.congvu.devstack.play.OutsideWorld;

/**
 * Sends reports while everything dies, stands still, is doubled, reordered, slow, away and late; then heals, drains, lets every
 * deadline pass, and checks each report. Ends with 1 and the history of the first bad one if anything was lost or doubled.
 */
final class Torture {
    /** Some twenty messages a report, on a machine that is busy with itself. */
    private static final Duration DRAINED_WITHIN = Duration.ofHours(4);

    private static final Duration STEP = Duration.ofDays(2);
    /** Together past every limit of the demo's policies, however the days off fall. */
    private static final int STEPS = 15;

    private static final Duration COUNTED_WITHIN = Duration.ofMinutes(2);
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(1);
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger DRIVERS_LOG = Logger.getLogger("");

    private static final String MONGO_PATIENCE = "?serverSelectionTimeoutMS=2000";

    private final TortureOptions options;
    private final long began = System.nanoTime();

    private Torture(TortureOptions options) {
        this.options = options;
    }

    static void main(String[] arguments) {
        // servers that are away are what this is about
        DRIVERS_LOG.setLevel(Level.OFF);
        try {
            var options = TortureOptions.parse(List.of(arguments));
            System.exit(new Torture(options).run() ? 0 : 1);
        } catch (IllegalArgumentException unclear) {
            System.err.println(unclear.getMessage());
            System.exit(2);
        } catch (Exception broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        say("seed " + options.seed() + ": " + options.reports() + " reports in "
                + options.storm().toSeconds() + " s, " + (options.rabbitmq() ? "RabbitMQ" : "the embedded broker"));
        try (var rig = Rig.started(options);
                var mongo = MongoClients.create(rig.mongodb() + MONGO_PATIENCE)) {
            say("started");
            var storm = new Storm(rig, new Meddler(mongo, rig.amqp()), this::say);
            var reporters = new Reporters(rig);
            List<Sent> sent;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var raging = threads.submit(() -> {
                    storm.rage(options.storm(), options.seed());
                    return null;
                });
                var sending = threads.submit(() -> reporters.send(options.reports(), options.storm(), options.seed()));
                try {
                    raging.get();
                } catch (ExecutionException failed) {
                    threads.shutdownNow();
                    throw failed;
                }
                say("the storm is over: " + storm.summary());
                rig.awaitHealthy();
                sent = sending.get();
            }
            say(reporters.acknowledged() + " of " + sent.size() + " reports were acknowledged");
            if (reporters.acknowledged() < sent.size() / 2) {
                say("FAILED: too few were acknowledged for the rest to prove anything; see " + options.runDir()
                        + "/logs");
                return false;
            }
            var drain = new Drain(mongo, rig, sent);
            drain.await(DRAINED_WITHIN);
            say("drained");
            letEveryDeadlinePass(rig, drain);
            return check(rig, mongo, sent);
        }
    }

    private void letEveryDeadlinePass(Rig rig, Drain drain) {
        var clock = new OutsideWorld(rig.world());
        for (int step = 0; step < STEPS; step++) {
            clock.advance(STEP);
            Door.pause(SWEPT_WITHIN);
        }
        drain.await(DRAINED_WITHIN);
        say("every deadline has passed");
    }

    private boolean check(Rig rig, MongoClient mongo, List<Sent> sent) throws IOException {
        var checker = new Checker(mongo);
        checker.reports(sent);
        checker.sequences();
        checker.breaches();
        checker.messages(ProviderSaw.in(rig.data()));
        checker.statistics(overview(rig));
        say(checker.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ")));
        var findings = checker.findings();
        if (findings.isEmpty()) {
            say("nothing lost, nothing doubled (seed " + options.seed() + ")");
            return true;
        }
        report(findings, new History(mongo));
        return false;
    }

    /** As it is once it says that everything is counted; where that takes too long, as it is then. */
    private static JsonNode overview(Rig rig) {
        var gateway = new Gateway(rig.gateway());
        long until = System.nanoTime() + COUNTED_WITHIN.toNanos();
        var overview = gateway.overview();
        while (overview.path("pending").asLong() > 0 && System.nanoTime() < until) {
            Door.pause(SWEPT_WITHIN);
            overview = gateway.overview();
        }
        return overview;
    }

    private void report(List<Finding> findings, History history) {
        findings.stream()
                .collect(Collectors.groupingBy(Finding::claim, Collectors.counting()))
                .forEach((claim, many) -> say(many + " times: " + claim));
        findings.stream().limit(20).forEach(one -> say("  " + one));
        var first = findings.getFirst();
        say("The history of the first, " + first.subject() + ":");
        history.of(first.subject()).forEach(line -> say("  " + line));
        say("FAILED with the seed " + options.seed());
    }

    private synchronized void say(String line) {
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
    }
}
