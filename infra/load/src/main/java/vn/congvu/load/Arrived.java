package vn.congvu.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What became of the reports: stored, and at a desk, each once. A throughput is real only beside this. */
final class Arrived implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final MongoClient client;
    private final MongoCollection<Document> complaints;
    private final MongoCollection<Document> cases;

    Arrived(String mongodb) {
        client = MongoClients.create(mongodb);
        complaints = client.getDatabase("intake").getCollection("complaints");
        cases = client.getDatabase("cases").getCollection("case_files");
    }

    long complaints() {
        return complaints.countDocuments();
    }

    Document anyComplaint() {
        var one = complaints.find().first();
        if (one == null) {
            throw new IllegalStateException("no complaint is stored");
        }
        return one;
    }

    /**
     * Waits until every complaint has a case. Those whose callers were stopped before the answer came are stored too.
     *
     * @param before how many complaints there were before
     * @param taken how many were acknowledged since
     * @return how long the cases took to come after, in seconds
     * @throws IllegalStateException if one was lost or doubled
     */
    double awaitAll(long before, long taken) throws InterruptedException {
        long stored = complaints() - before;
        if (stored < taken) {
            throw new IllegalStateException(taken + " acknowledged and " + stored + " stored");
        }
        if (stored > taken + Load.MOST_CALLERS) {
            throw new IllegalStateException(
                    stored + " stored, and no more than " + taken + " sent and as many as call at once");
        }
        long began = System.nanoTime();
        var missing = withoutCase();
        while (!missing.isEmpty()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        missing.size() + " complaints without a case, such as " + missing.getFirst());
            }
            Thread.sleep(LOOK_AGAIN);
            missing = withoutCase();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /**
     * Waits until nothing is under way any more, so that the next figure does not pay for the one before.
     *
     * @return how long that took, in seconds
     */
    double awaitQuiet() throws InterruptedException {
        long began = System.nanoTime();
        while (underWay() > 0) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(underWay() + " messages and notices are still under way");
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private long underWay() {
        long messages = Stream.of("intake", "cases", "notify")
                .mapToLong(service ->
                        client.getDatabase(service).getCollection("inbox").countDocuments())
                .sum();
        var toTell = new Document("outbox.pending", true);
        var notices = client.getDatabase("notify").getCollection("notices");
        return messages
                + complaints.countDocuments(toTell)
                + cases.countDocuments(toTell)
                + notices.countDocuments(Filters.in("delivery.state", "PENDING", "SENDING"));
    }

    private List<String> withoutCase() {
        var times = new HashMap<String, Integer>();
        cases.find()
                .projection(Projections.include("report.reference"))
                .forEach(one -> times.merge(one.get("report", Document.class).getString("reference"), 1, Integer::sum));
        var missing = new ArrayList<String>();
        for (var complaint : complaints.find().projection(Projections.include("reference"))) {
            int its = times.getOrDefault(complaint.getString("reference"), 0);
            if (its > 1) {
                throw new IllegalStateException(complaint.getString("reference") + " has " + its + " cases");
            }
            if (its == 0) {
                missing.add(complaint.getString("reference"));
            }
        }
        return missing;
    }

    /** From acknowledged to assigned, of those received since then, in nanoseconds, the shortest first. */
    long[] delaysSince(Date since) {
        return cases
                .find(Filters.and(Filters.gte("report.receivedAt", since), Filters.exists("handling.assignedAt")))
                .projection(Projections.include("report.receivedAt", "handling.assignedAt"))
                .into(new ArrayList<>())
                .stream()
                .mapToLong(one -> (one.get("handling", Document.class)
                                        .getDate("assignedAt")
                                        .getTime()
                                - one.get("report", Document.class)
                                        .getDate("receivedAt")
                                        .getTime())
                        * 1_000_000)
                .sorted()
                .toArray();
    }

    @Override
    public void close() {
        client.close();
    }
}
