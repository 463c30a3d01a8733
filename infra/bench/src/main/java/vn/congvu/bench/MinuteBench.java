package vn.congvu.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.platform.messaging.EventJson;

/** Many deadlines in the same minute: until a listener at the broker has heard of each, and how often. */
final class MinuteBench {
    private static final String QUEUE = "bench.hears";
    private static final String SWEEP = "CaseSweep.sweep";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private MinuteBench() {}

    /** Somebody has to listen: what nobody listens to stays in the outbox. */
    static void listen(RunningCases cases) {
        AmqpAdmin admin = new RabbitAdmin(cases.broker());
        admin.declareQueue(new Queue(QUEUE, true, false, false));
        admin.declareBinding(BindingBuilder.bind(new Queue(QUEUE))
                .to(new TopicExchange(Exchanges.CASES))
                .with("#"));
    }

    static void run(Options options, RunningCases cases, OpenCases open, Figures figures) {
        open.grow(options.due());
        long all = cases.collection(OpenCases.COLLECTION).countDocuments();
        cases.moveTo(open.dueAt().plusSeconds(1));
        long began = System.nanoTime();
        var sweeping = Thread.ofPlatform().start(() -> sweepUntilNothingIsDue(cases));
        var heard = new HashMap<String, Integer>();
        while (heard.size() < all && System.nanoTime() - began < PATIENCE.toNanos()) {
            var message = cases.broker().receive(QUEUE, 100);
            if (message != null
                    && "deadline.breached.v1"
                            .equals(message.getMessageProperties().getType())) {
                var missed =
                        EventJson.read(new String(message.getBody(), StandardCharsets.UTF_8), DeadlineBreached.class);
                if (missed.clock() == SlaClock.RESOLVE) {
                    heard.merge(missed.subjectId(), 1, Integer::sum);
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        join(sweeping);
        int twice = afterwards(cases, heard);
        figures.add("%,d deadlines in the same minute, all announced".formatted(all), seconds, "s", "within 60 s");
        figures.add("of these never announced", all - heard.size(), "", "0");
        figures.add("of these announced more than once", twice, "", "0");
    }

    private static void sweepUntilNothingIsDue(RunningCases cases) {
        while (cases.collection(OpenCases.COLLECTION)
                        .find(new Document("lookup.nextDueAt", new Document("$lte", cases.now())))
                        .first()
                != null) {
            cases.sweep(SWEEP);
        }
    }

    /** Hears the rest, then tells how many were heard of more than once. */
    private static int afterwards(RunningCases cases, Map<String, Integer> heard) {
        for (var message = cases.broker().receive(QUEUE, 1_000);
                message != null;
                message = cases.broker().receive(QUEUE, 1_000)) {
            if ("deadline.breached.v1".equals(message.getMessageProperties().getType())) {
                var missed =
                        EventJson.read(new String(message.getBody(), StandardCharsets.UTF_8), DeadlineBreached.class);
                if (missed.clock() == SlaClock.RESOLVE) {
                    heard.merge(missed.subjectId(), 1, Integer::sum);
                }
            }
        }
        return (int) heard.values().stream().filter(times -> times > 1).count();
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
