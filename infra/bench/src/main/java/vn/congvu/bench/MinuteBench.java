package vn.congvu.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.platform.messaging.EventJson;

/** Many deadlines in the same minute: until a listener at the broker has heard of each, and how often. */
final class MinuteBench {
    private static final String QUEUE = "bench.hears";
    private static final String SWEEP = "CaseSweep.sweep";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PREFETCH = 500;

    /** How often each missed case was announced. */
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();

    private MinuteBench() {}

    static void run(Options options, RunningCases cases, OpenCases open, Figures figures) throws InterruptedException {
        open.grow(options.due());
        var bench = new MinuteBench();
        var listener = bench.listen(cases);
        try {
            bench.measure(options.due(), cases, open, figures);
        } finally {
            listener.stop();
        }
    }

    /** Somebody has to listen: what nobody listens to stays in the outbox. */
    private DirectMessageListenerContainer listen(RunningCases cases) {
        var connections = cases.broker().getConnectionFactory();
        var admin = new RabbitAdmin(connections);
        admin.declareQueue(new Queue(QUEUE, true, false, false));
        admin.declareBinding(BindingBuilder.bind(new Queue(QUEUE))
                .to(new TopicExchange(Exchanges.CASES))
                .with("#"));
        var listener = new DirectMessageListenerContainer(connections);
        listener.setQueueNames(QUEUE);
        listener.setPrefetchCount(PREFETCH);
        listener.setMessageListener(this::hear);
        listener.start();
        return listener;
    }

    private void hear(Message message) {
        if ("deadline.breached.v1".equals(message.getMessageProperties().getType())) {
            var missed = EventJson.read(new String(message.getBody(), StandardCharsets.UTF_8), DeadlineBreached.class);
            if (missed.clock() == SlaClock.RESOLVE) {
                heard.merge(missed.subjectId(), 1, Integer::sum);
            }
        }
    }

    private void measure(int all, RunningCases cases, OpenCases open, Figures figures) throws InterruptedException {
        cases.moveTo(open.dueAt().plusSeconds(1));
        long began = System.nanoTime();
        var sweeping = Thread.ofPlatform().start(() -> sweepUntilNothingIsDue(cases));
        sweeping.join(PATIENCE);
        double decided = (System.nanoTime() - began) / 1e9;
        while (heard.size() < all && System.nanoTime() - began < PATIENCE.toNanos()) {
            Thread.sleep(20);
        }
        double announced = (System.nanoTime() - began) / 1e9;
        // a second announcement would come after the first
        Thread.sleep(2_000);
        var what = "%,d deadlines in the same minute".formatted(all);
        figures.add(what + ", all decided and stored", decided, "s", "");
        figures.add(what + ", all announced", announced, "s", "within 60 s");
        figures.add("of these never announced", all - heard.size(), "", "0");
        figures.add(
                "of these announced more than once",
                heard.values().stream().filter(times -> times > 1).count(),
                "",
                "0");
    }

    private static void sweepUntilNothingIsDue(RunningCases cases) {
        while (cases.collection(OpenCases.COLLECTION)
                        .find(new Document("lookup.nextDueAt", new Document("$lte", cases.now())))
                        .first()
                != null) {
            cases.sweep(SWEEP);
        }
    }
}
