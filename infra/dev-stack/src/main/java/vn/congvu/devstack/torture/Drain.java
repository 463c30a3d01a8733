package vn.congvu.devstack.torture;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.OutsideWorld;

/** Waits until nothing is under way any more, and moves the clock on for what only waits for its time. */
final class Drain {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** Times as long as a look took: it goes through everything that there is, and must not be what the others wait for. */
    private static final int LOOKS_APART = 5;

    private static final Duration STEP = Duration.ofMinutes(20);
    private static final Duration STUCK_AFTER = Duration.ofMinutes(5);
    private static final int QUIET_LOOKS = 3;
    private static final List<String> UNDER_WAY = List.of("PENDING", "HELD", "SENDING");

    private final MongoClient mongo;
    private final List<String> messages;
    private final OutsideWorld clock;

    /** @param sent the SMS among them may still be on their way: the provider tries for minutes, then they are fetched from it */
    Drain(MongoClient mongo, Rig rig, List<Sent> sent) {
        this.mongo = mongo;
        this.messages = sent.stream()
                .filter(one -> one.channel() == Sent.Channel.SMS)
                .map(Checker::ingestKey)
                .toList();
        this.clock = new OutsideWorld(rig.world());
    }

    /**
     * Returns when several looks in a row found nothing under way.
     *
     * @throws Door.Unexpected if something is still under way after that time, or nothing moves for a while, with what
     */
    void await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long moved = System.nanoTime();
        Map<String, Long> before = Map.of();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            long began = System.nanoTime();
            var left = underWay();
            quiet = left.isEmpty() ? quiet + 1 : 0;
            long now = System.nanoTime();
            if (!left.equals(before)) {
                before = left;
                moved = now;
            }
            if (now > end || now - moved > STUCK_AFTER.toNanos()) {
                throw new Door.Unexpected("still under way, and did not change for "
                        + Duration.ofNanos(now - moved).toSeconds() + " s (the logs of the services say why): " + left);
            }
            if (left.keySet().equals(Set.of(Databases.NOTICES))) {
                clock.advance(STEP);
            }
            Door.pause(Duration.ofNanos(Math.max(LOOK_AGAIN.toNanos(), (now - began) * LOOKS_APART)));
        }
    }

    /** How much waits where; nothing for a place where nothing does. */
    Map<String, Long> underWay() {
        var left = new TreeMap<String, Long>();
        for (var database : Databases.SERVICES) {
            count(left, "events to publish in " + database, database, outboxes(database));
            count(left, "messages in the inbox of " + database, database, List.of(Databases.INBOX), new Document());
        }
        long arrived = mongo.getDatabase(Databases.INTAKE)
                .getCollection(Databases.COMPLAINTS)
                .countDocuments(Filters.in("ingestKey", messages));
        if (arrived < messages.size()) {
            left.put("SMS on their way", messages.size() - arrived);
        }
        var looked = Filters.and(Filters.eq("delivery.state", "UNKNOWN"), Filters.ne("delivery.dueAt", null));
        var waiting = Filters.or(Filters.in("delivery.state", UNDER_WAY), looked);
        count(left, Databases.NOTICES, Databases.NOTIFY, List.of(Databases.NOTICES), waiting);
        return left;
    }

    private List<String> outboxes(String database) {
        return switch (database) {
            case Databases.INTAKE -> List.of(Databases.COMPLAINTS);
            case Databases.CASES -> List.of(Databases.CASE_FILES);
            default -> List.of(Databases.NOTICES, Databases.APOLOGIES);
        };
    }

    private void count(Map<String, Long> left, String name, String database, List<String> collections) {
        count(left, name, database, collections, new Document("outbox.pending", true));
    }

    private void count(Map<String, Long> left, String name, String database, List<String> collections, Bson condition) {
        long found = collections.stream()
                .mapToLong(collection ->
                        mongo.getDatabase(database).getCollection(collection).countDocuments(condition))
                .sum();
        if (found > 0) {
            left.put(name, found);
        }
    }
}
