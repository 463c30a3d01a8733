package vn.congvu.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bson.Document;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Reference;

/**
 * Cases in the store of a running suite, all like one that was really reported, at different agencies and in different states.
 * Nothing becomes due of itself: what the sweeps do is measured elsewhere.
 */
final class StoredCases implements AutoCloseable {
    private static final String DATABASE = "cases";
    private static final int BATCH = 1_000;
    private static final int DAYS = 300;
    /** Of those of all agencies. */
    private static final double OPEN = 0.1;

    private static final double LATE = 0.03;
    private static final List<String> AGENCIES = List.of("SXD", "SNV", "SYT", "STC", "SGDDT", "SNNMT", "STP", "SCT");

    private final MongoClient client;
    private final MongoCollection<Document> cases;
    private final Document model;
    private final boolean lean;
    private final Random random = new Random(20260302);
    private final Instant now = Instant.now();
    private final List<Document> batch = new ArrayList<>();
    private long open = 1;
    private int made = 1;

    private StoredCases(MongoClient client, MongoCollection<Document> cases, Document model, boolean lean) {
        this.client = client;
        this.cases = cases;
        this.model = model;
        this.lean = lean;
    }

    /**
     * Waits until the report has become a case.
     *
     * @param lean closed cases are without their words and what happened to them: they can be counted, not read or found
     */
    static StoredCases like(String server, String reference, boolean lean) throws InterruptedException {
        var client = MongoClients.create(server);
        var cases = client.getDatabase(DATABASE).getCollection(OpenCases.COLLECTION);
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < until) {
            var found = cases.find(new Document("report.reference", reference)).first();
            if (found != null) {
                return new StoredCases(client, cases, found, lean);
            }
            Thread.sleep(100);
        }
        client.close();
        throw new IllegalStateException(reference + " became no case within a minute");
    }

    void fillInbox(int size) {
        while (made < size) {
            add(open(AGENCIES.getFirst()));
        }
        write();
    }

    void fillEverywhere(int size) {
        while (made < size) {
            var agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
            add(random.nextDouble() < OPEN ? open(agency) : closed(agency));
        }
        write();
    }

    String someCase() {
        return model.getString("_id");
    }

    /** How the overview writes the number of open cases. */
    String openAsShown() {
        return "id=\"open\">"
                + NumberFormat.getInstance(Locale.forLanguageTag("vi-VN")).format(open) + "<";
    }

    /** Until the case service has counted each: so many at once never come in a province, and no page is asked to wait for it. */
    void awaitCounted() throws InterruptedException {
        while (cases.find(new Document("lookup.uncounted", true)).first() != null) {
            Thread.sleep(200);
        }
    }

    private Document open(String agency) {
        var received = now.minus(Duration.ofMinutes(random.nextInt(8 * 24 * 60)));
        var due = random.nextDouble() < LATE
                ? now.minus(Duration.ofMinutes(1 + random.nextInt(5 * 24 * 60)))
                : now.plus(Duration.ofMinutes(random.nextInt(10 * 24 * 60)));
        var another = another(agency, received);
        var lookup = part(another, "lookup");
        lookup.put("dueAt", Date.from(due));
        lookup.put("sortAt", Date.from(due));
        open++;
        return another;
    }

    private Document closed(String agency) {
        var received = now.minus(Duration.ofDays(20 + random.nextInt(DAYS)));
        int days = 1 + random.nextInt(12);
        var answered = Date.from(received.plus(Duration.ofDays(days)));
        var another = another(agency, received);
        another.put("state", "CLOSED");
        another.put("watches", List.of());
        var lookup = part(another, "lookup");
        lookup.put("open", false);
        lookup.remove("dueAt");
        lookup.put("sortAt", answered);
        lookup.put("answeredAt", answered);
        lookup.put("answeredBy", agency);
        lookup.put("workingDays", days);
        lookup.put("late", days > 10);
        if (lean) {
            another.put("history", List.of());
            part(another, "report").put("texts", List.of());
            lookup.put("words", List.of());
        }
        return another;
    }

    private Document another(String agency, Instant received) {
        var id = Ids.next();
        var another = new Document(model);
        var report = new Document(part(model, "report"));
        report.put("complaintId", id);
        report.put("reference", Reference.random(random).value());
        report.put("receivedAt", Date.from(received));
        another.put("report", report);
        another.put("_id", id);
        another.put("revision", new Document("version", 1L).append("sequence", 0L));
        another.put(
                "outbox",
                new Document("pending", false).append("leaseUntil", new Date(0)).append("entries", List.of()));
        another.remove("applied");
        var lookup = new Document(part(model, "lookup"));
        lookup.put("assignedTo", agency);
        lookup.put("uncounted", true);
        lookup.remove("nextDueAt");
        another.put("lookup", lookup);
        return another;
    }

    private static Document part(Document document, String name) {
        return document.get(name, Document.class);
    }

    private void add(Document one) {
        batch.add(one);
        made++;
        if (batch.size() == BATCH) {
            write();
        }
    }

    private void write() {
        if (!batch.isEmpty()) {
            cases.insertMany(batch, new InsertManyOptions().ordered(false));
            batch.clear();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
