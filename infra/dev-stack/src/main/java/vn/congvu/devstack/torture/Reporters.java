package vn.congvu.devstack.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.Gateway;

/**
 * Citizens and clerks who send reports evenly over the storm, and repeat each under the same key until it is acknowledged or their
 * patience ends.
 */
final class Reporters {
    private record Place(String code, String name) {}

    private static final List<Place> PLACES =
            List.of(new Place("SXD", "So Xay dung"), new Place("SYT", "So Y te"), new Place("STC", "So Tai chinh"));
    private static final List<String> TROUBLES = List.of(
            "vang mat ca buoi sang, khong ai tiep",
            "doi bo sung giay to khong co trong quy dinh",
            "tra ho so khong noi ly do",
            "noi nang tho lo voi nguoi dan",
            "hen di hen lai bon lan");
    private static final int AT_ONCE = 12;

    private final Gateway gateway;
    private final Door world;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    Reporters(Rig rig) {
        gateway = new Gateway(rig.gateway());
        world = Door.askingOnce(rig.world());
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /**
     * Returns when all are sent and each is acknowledged or given up.
     *
     * @throws ExecutionException if a reporter could not go on, so that not all were sent
     */
    List<Sent> send(int reports, Duration within, long seed) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        var next = new AtomicInteger();
        ThreadFactory named = Thread.ofVirtual().name("reporter-", 1).factory();
        var errands = new ArrayList<Future<?>>();
        try (var people = Executors.newFixedThreadPool(AT_ONCE, named)) {
            for (int person = 0; person < AT_ONCE; person++) {
                errands.add(people.submit(() -> {
                    int number = next.getAndIncrement();
                    while (number < reports) {
                        pauseUntil(start + within.toNanos() * number / reports);
                        sent.add(send(number, new Random(seed ^ number * 0x9E3779B97F4A7C15L)));
                        number = next.getAndIncrement();
                    }
                }));
            }
        }
        for (var errand : errands) {
            errand.get();
        }
        return List.copyOf(sent);
    }

    private Sent send(int number, Random chance) {
        var place = PLACES.get(chance.nextInt(PLACES.size()));
        var trouble = TROUBLES.get(chance.nextInt(TROUBLES.size()));
        var text = "Can bo " + place.name() + " " + trouble;
        var key = new UUID(chance.nextLong(), chance.nextLong()).toString();
        return switch (number % 5) {
            case 0 -> bySms(number, place, text);
            case 1 -> byClerk(number, place, text, key);
            default -> byWeb(number, place, text, key);
        };
    }

    private Sent byWeb(int number, Place place, String text, String key) {
        var report = Map.of("text", text, "agencyCode", place.code(), "kind", "CONDUCT");
        return new Sent(number, Sent.Channel.WEB, key, place.code(), receipt(() -> gateway.complain(report, key)));
    }

    private Sent byClerk(int number, Place place, String text, String key) {
        var call = new TreeMap<String, Object>();
        call.put("text", text);
        call.put("agencyCode", place.code());
        call.put("kind", "CONDUCT");
        return new Sent(number, Sent.Channel.OPERATOR, key, place.code(), receipt(() -> gateway.writeDown(call, key)));
    }

    private Sent bySms(int number, Place place, String text) {
        var phone = String.format("09%08d", number + 10_000_000);
        var taken = world.post("/phones/" + phone + "/messages", Map.of("to", "hotline", "text", text), null)
                .expected("writing an SMS");
        if (taken.path("delivered").asBoolean(false)) {
            acknowledged.incrementAndGet();
        }
        return new Sent(number, Sent.Channel.SMS, taken.path("id").asString(), place.code(), null);
    }

    private interface Attempt {
        Gateway.Receipt run();
    }

    private @Nullable String receipt(Attempt attempt) {
        try {
            var reference = attempt.run().reference();
            acknowledged.incrementAndGet();
            return reference;
        } catch (Door.Unexpected givenUp) {
            return null;
        }
    }

    private static void pauseUntil(long nanos) {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Door.pause(Duration.ofNanos(left));
        }
    }
}
