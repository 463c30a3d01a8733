package vn.congvu.load;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.http.entity.ContentType;
import org.slf4j.LoggerFactory;
import vn.congvu.bench.Figures;
import vn.congvu.bench.Machine;

/**
 * How much a whole suite takes and how fast, beside what its servers give by themselves, with the load generator on the same
 * machine. Every figure of reports stands only if each acknowledged one was stored and has one case.
 */
final class LoadBench {
    private static final int CONNECTIONS = 16;
    private static final int MOST_ROUNDS = 16;
    private static final List<Integer> REPORTS_A_SECOND = List.of(25, 200);
    private static final int SMS_A_SECOND = 100;
    private static final List<String> AGENCIES = List.of("SXD", "SYT", "STC", "SGDDT", "SNNMT", "STP", "SCT");
    private static final List<String> WORDS = List.of(
            "Cán bộ",
            "vắng mặt",
            "cả buổi sáng",
            "hồ sơ",
            "trả lại",
            "không nói lý do",
            "chờ",
            "bốn lần",
            "thái độ",
            "quầy số 5",
            "giấy hẹn",
            "bổ sung",
            "đi lại",
            "không ai tiếp");

    private final Running suite;
    private final Figures figures = new Figures();
    private final boolean quick;
    private final Path out;

    private LoadBench(Path runDir, boolean quick, Path out) throws Exception {
        this.suite = new Running(runDir);
        this.quick = quick;
        this.out = out;
    }

    static void main(String[] words) throws Exception {
        boolean quick = words.length == 2 && words[1].equals("--quick");
        if (words.length == 0 || words.length > 2 || words.length == 2 && !quick) {
            System.err.println("RUN-DIR [--quick]");
            System.exit(2);
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var out = Path.of(System.getProperty("bench.root", ".")).resolve("infra/bench/target/load-figures");
        new LoadBench(Path.of(words[0]), quick, out).run();
        System.exit(0);
    }

    private void run() throws Exception {
        var settings = suite.settings("intake-service");
        var mongodb = settings.getProperty("spring.mongodb.uri");
        var amqp = settings.getProperty("spring.rabbitmq.addresses");
        starting();
        try (var arrived = new Arrived(mongodb)) {
            warmUp(arrived);
            limits(mongodb, amqp, arrived);
            fullSpeed(arrived);
            for (int rate : quick ? List.of(10) : REPORTS_A_SECOND) {
                steady(rate, arrived);
            }
            texts(arrived, new SmsWebhook(suite.gateway(), settings));
            figures.add("lost or doubled, of all reports", 0, "of " + arrived.complaints(), "0");
        }
        var machine = Machine.describe(
                mongodb.contains("127.0.0.1") ? "embedded, in a process of its own" : "a MongoDB server");
        figures.write(out, machine);
        System.out.println();
        System.out.print(figures.table(machine));
    }

    private void starting() throws Exception {
        figures.add("start to healthy, the whole suite", suite.allStartedSeconds(), "s", "under 25 s");
        for (var one : suite.startSeconds().entrySet()) {
            figures.add("start of " + one.getKey() + ", all at once", one.getValue(), "s", "under 3 s");
        }
        figures.add("resident memory of all processes, idle", suite.residentBytes() / 1e9, "GB", "under 1.6 GB");
    }

    /** What runs for weeks is compiled: goes on until it gets no faster, and says how much it took. */
    private void warmUp(Arrived arrived) throws Exception {
        var warming = warming();
        while (warming.goesOn()) {
            long before = arrived.complaints();
            var outcome = Load.fullSpeed(CONNECTIONS, seconds(30), report());
            warming.round(outcome.perSecond());
            arrived.awaitAll(before, outcome.taken());
        }
        figures.add("reports to warm up with", arrived.complaints(), "in " + warming.rounds() + " rounds of 30 s", "");
        quiet("after the warm-up", arrived);
    }

    private void limits(String mongodb, String amqp, Arrived arrived) throws Exception {
        var like = arrived.anyComplaint();
        like.remove("_id");
        like.remove("ingestKey");
        figures.add(
                "limit: the same document by the driver alone, 16 connections",
                Limits.inserts(mongodb, like, CONNECTIONS, seconds(10)),
                "a second",
                "");
        var body = like.toJson().getBytes(StandardCharsets.UTF_8);
        figures.add(
                "limit: persistent messages, each confirmed, 16 channels",
                Limits.publishes(amqp, body, CONNECTIONS, seconds(10)),
                "a second",
                "");
        figures.add(
                "limit: the empty form from the gateway, 16 connections",
                perSecondOnceWarm("/phan-anh"),
                "a second",
                "");
        figures.add(
                "limit: an empty list through gateway and service, 16 connections",
                perSecondOnceWarm("/api/v1/apologies?size=1"),
                "a second",
                "");
    }

    /** What nobody asked for before is not compiled yet: goes on until it gets no faster. */
    private double perSecondOnceWarm(String path) throws Exception {
        var call = Load.Call.get(suite.gateway().resolve(path));
        var warming = warming();
        while (warming.goesOn()) {
            warming.round(Load.fullSpeed(CONNECTIONS, seconds(10), call).perSecond());
        }
        return warming.best();
    }

    private Warming warming() {
        return new Warming(quick ? 1 : MOST_ROUNDS);
    }

    private void steady(int rate, Arrived arrived) throws Exception {
        long before = arrived.complaints();
        var since = new Date();
        var outcome = Load.steady(rate, seconds(30), report());
        figures.add(
                "resident memory of all processes, at this rate", suite.residentBytes() / 1e9, "GB", "under 2.5 GB");
        figures.add(
                "of that the services, without the store and what it holds",
                suite.residentBytesOfServices() / 1e9,
                "GB",
                "");
        var at = " at %d a second".formatted(rate);
        figures.add("reports" + at + ": reached", outcome.perSecond(), "a second", "");
        figures.add("reports" + at + ": refused", outcome.refused(), "of " + outcome.calls(), "0");
        figures.add("reports" + at + ": accepted, p50", outcome.p50(), "ms", "");
        figures.add("reports" + at + ": accepted, p99", outcome.p99(), "ms", "under 50 ms");
        figures.add(
                "reports" + at + ": until the last case was there", arrived.awaitAll(before, outcome.taken()), "s", "");
        var delays = arrived.delaysSince(since);
        figures.add("reports" + at + ": accepted to the head's desk, p50", at(delays, 0.5), "ms", "");
        figures.add("reports" + at + ": accepted to the head's desk, p95", at(delays, 0.95), "ms", "under 1,000 ms");
        quiet("reports" + at, arrived);
    }

    private void texts(Arrived arrived, SmsWebhook webhook) throws Exception {
        var text = webhook.call("Can bo So Xay dung vang mat ca buoi sang");
        var warming = warming();
        while (warming.goesOn()) {
            long before = arrived.complaints();
            var outcome = Load.fullSpeed(CONNECTIONS, seconds(20), text);
            warming.round(outcome.perSecond());
            arrived.awaitAll(before, outcome.taken());
        }
        figures.add("SMS at full speed, 16 connections: answered", warming.best(), "a second", "");
        quiet("SMS at full speed", arrived);
        long before = arrived.complaints();
        int rate = quick ? 5 : SMS_A_SECOND;
        var outcome = Load.steady(rate, seconds(30), text);
        figures.add("SMS at %d a second: reached".formatted(rate), outcome.perSecond(), "a second", "");
        figures.add("SMS at %d a second: answered, p50".formatted(rate), outcome.p50(), "ms", "");
        figures.add("SMS at %d a second: refused".formatted(rate), outcome.refused(), "of " + outcome.calls(), "0");
        figures.add("SMS at %d a second: answered, p99".formatted(rate), outcome.p99(), "ms", "under 100 ms");
        arrived.awaitAll(before, outcome.taken());
    }

    private void fullSpeed(Arrived arrived) throws Exception {
        long before = arrived.complaints();
        var outcome = Load.fullSpeed(CONNECTIONS, seconds(20), report());
        figures.add(
                "reports at full speed, 16 connections: accepted",
                outcome.taken() / (outcome.calls() / outcome.perSecond()),
                "a second",
                "at least 1,000");
        figures.add("reports at full speed: refused", outcome.refused(), "of " + outcome.calls(), "0");
        figures.add("reports at full speed: accepted, p99", outcome.p99(), "ms", "");
        figures.add(
                "reports at full speed: until the last case was there",
                arrived.awaitAll(before, outcome.taken()),
                "s",
                "");
        quiet("reports at full speed", arrived);
    }

    private void quiet(String after, Arrived arrived) throws InterruptedException {
        figures.add(after + ": until the last notice was sent", arrived.awaitQuiet(), "s", "");
    }

    private Load.Call report() {
        URI address = suite.gateway().resolve("/api/v1/complaints");
        return new Load.Call(
                address,
                Map.of("Idempotency-Key", "${key}"),
                "{\"text\":\"${text}\",\"agencyCode\":\"${agency}\",\"kind\":\"CONDUCT\"}",
                ContentType.APPLICATION_JSON,
                () -> {
                    var chance = ThreadLocalRandom.current();
                    return Map.of(
                            "key", UUID.randomUUID().toString(),
                            "text", words(chance),
                            "agency", AGENCIES.get(chance.nextInt(AGENCIES.size())));
                });
    }

    private static String words(Random chance) {
        var text = new StringBuilder();
        for (int word = 0; word < 12; word++) {
            text.append(WORDS.get(chance.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString().strip();
    }

    private Duration seconds(int usual) {
        return Duration.ofSeconds(quick ? 3 : usual);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * share) - 1] / 1e6;
    }
}
