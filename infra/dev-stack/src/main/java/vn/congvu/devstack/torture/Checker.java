package vn.congvu.devstack.torture;

import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what the senders know against what the databases keep, once everything has come to rest. */
final class Checker {
    private static final JsonMapper JSON = new JsonMapper();

    private final MongoClient mongo;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    Checker(MongoClient mongo) {
        this.mongo = mongo;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What was counted on the way, for the summary. */
    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** Every report is stored once and has one case at the right head; and there is none that nobody sent. */
    void reports(List<Sent> sent) {
        var complaints = all(Databases.INTAKE, Databases.COMPLAINTS);
        var byKey = complaints.stream().collect(Collectors.groupingBy(one -> one.getString("ingestKey")));
        var cases =
                all(Databases.CASES, Databases.CASE_FILES).stream().collect(Collectors.groupingBy(Checker::reference));
        var known = new HashSet<String>();
        for (var one : sent) {
            known.add(ingestKey(one));
            report(one, byKey.getOrDefault(ingestKey(one), List.of()), cases);
        }
        for (var stored : complaints) {
            if (!known.contains(stored.getString("ingestKey"))) {
                found("unexpected", stored.getString("reference"), "a complaint that nobody sent");
            }
        }
        counts.put("complaints", (long) complaints.size());
        counts.put("cases", cases.values().stream().mapToLong(List::size).sum());
    }

    private void report(Sent one, List<Document> stored, Map<String, List<Document>> cases) {
        if (stored.size() > 1) {
            found("doubled", one.key(), stored.size() + " complaints under one key");
        }
        if (stored.isEmpty()) {
            // an SMS that was written is as good as acknowledged: the provider has it
            if (one.reference() != null || one.channel() == Sent.Channel.SMS) {
                found("lost", one.key(), "acknowledged as " + one.reference() + ", and not stored");
            }
            return;
        }
        var reference = stored.getFirst().getString("reference");
        if (one.reference() == null) {
            counts.merge("recovered", 1L, Long::sum);
        } else if (!one.reference().equals(reference)) {
            found("unexpected", reference, "the receipt named " + one.reference());
        }
        var its = cases.getOrDefault(reference, List.of());
        if (its.isEmpty()) {
            found("lost", reference, "stored, and without a case");
        } else if (its.size() > 1) {
            found("doubled", reference, its.size() + " cases");
        } else {
            var agency = agency(its.getFirst());
            if (!one.agency().equals(agency)) {
                found("wrong head", reference, "at " + agency + " instead of " + one.agency());
            }
        }
    }

    /** Each aggregate's events are numbered without gaps, and every reader has come to their end. */
    void sequences() {
        var last = new HashMap<String, Map<String, Long>>();
        for (var database : Databases.SERVICES) {
            var numbers = new HashMap<String, Set<Long>>();
            for (var event : all(database, Databases.KEPT_EVENTS)) {
                numbers.computeIfAbsent(event.getString("aggregateId"), _ -> new HashSet<>())
                        .add(event.getLong("sequence"));
            }
            numbers.forEach((aggregate, its) -> {
                long end = its.stream().mapToLong(Long::longValue).max().orElse(0);
                last.computeIfAbsent(database, _ -> new HashMap<>()).put(aggregate, end);
                if (its.size() != end) {
                    found("gap", aggregate, its.size() + " events are kept up to number " + end);
                }
            });
            counts.merge(
                    "events", numbers.values().stream().mapToLong(Set::size).sum(), Long::sum);
        }
        for (var database : Databases.SERVICES) {
            for (var stream : all(database, Databases.STREAMS)) {
                var id = stream.getString("_id");
                var aggregate = id.substring(id.indexOf(':') + 1);
                long applied = stream.getLong("applied");
                var end = last.getOrDefault(publisher(id), Map.of()).get(aggregate);
                if (end == null || end != applied) {
                    found("gap", aggregate, id + " is at " + applied + " of " + end);
                }
            }
            for (var parked : all(database, Databases.PARKED)) {
                found("parked", String.valueOf(parked.get("aggregateId")), database + ": " + parked.get("reason"));
            }
        }
    }

    /** The service whose events a queue gets; a case has the id of its complaint, so that the id alone does not say. */
    private static String publisher(String stream) {
        var queue = stream.substring(0, stream.indexOf(':'));
        return queue.endsWith("-complaints")
                ? Databases.INTAKE
                : queue.endsWith("-cases") ? Databases.CASES : Databases.NOTIFY;
    }

    /** Every case has missed its date, and that was announced once and apologised for once. */
    void breaches() {
        var announced = new HashMap<String, Integer>();
        for (var event : all(Databases.CASES, Databases.KEPT_EVENTS)) {
            if (event.getString("type").startsWith("deadline.breached")) {
                announced.merge(missOf(JSON.readTree(event.getString("body"))), 1, Integer::sum);
            }
        }
        announced.forEach((miss, times) -> {
            if (times > 1) {
                found("breach announced twice", subject(miss), miss + ": " + times + " times");
            }
        });
        var apologies = all(Databases.NOTIFY, Databases.APOLOGIES);
        var bySubject = apologies.stream()
                .filter(one -> one.getString("cause").equals("MISSED_DEADLINE"))
                .collect(Collectors.groupingBy(one -> one.getString("subjectId"), Collectors.counting()));
        for (var file : all(Databases.CASES, Databases.CASE_FILES)) {
            var id = file.getString("_id");
            if (!announced.containsKey(id + " RESOLVE 1")) {
                found("breach not announced", id, "its date has passed");
            }
            long its = bySubject.getOrDefault(id, 0L);
            if (its != 1) {
                found(its == 0 ? "no apology" : "two apologies", id, its + " on the board");
            }
        }
        unique(apologies, one -> one.getString("numberKey"), "two apologies with one number");
        counts.put("breaches", (long) announced.size());
        counts.put("apologies", (long) apologies.size());
    }

    private static String missOf(JsonNode event) {
        return event.path("subjectId").asString() + " " + event.path("clock").asString() + " "
                + event.path("miss").asInt();
    }

    private static String subject(String miss) {
        return miss.substring(0, miss.indexOf(' '));
    }

    /** What the provider was given, by the notice that its receipts go to. */
    void messages(ProviderSaw provider) {
        provider.sendsByNotice().forEach((notice, sends) -> {
            if (sends > 1) {
                found("sent twice", notice, sends + " messages for one notice");
            }
        });
        var states = all(Databases.NOTIFY, Databases.NOTICES).stream()
                .collect(Collectors.groupingBy(Checker::state, Collectors.counting()));
        states.forEach((state, many) -> counts.put("notices " + state, many));
        counts.put("SMS handed to the provider", (long) provider.sendsByNotice().size());
    }

    /** The figures that Home Affairs sees are those of the cases. */
    void statistics(JsonNode overview) {
        var cases = all(Databases.CASES, Databases.CASE_FILES);
        long open = overview.path("totals").path("open").asLong(-1);
        if (open != cases.size()) {
            found("statistics", "overview", open + " open, and " + cases.size() + " cases");
        }
        var byAgency = cases.stream().collect(Collectors.groupingBy(Checker::agencyOrNone, Collectors.counting()));
        for (var line : overview.path("agencies")) {
            long its = byAgency.getOrDefault(line.path("code").asString(), 0L);
            if (line.path("open").asLong() != its || line.path("overdue").asLong() != its) {
                found(
                        "statistics",
                        line.path("code").asString(),
                        line.path("open") + " open, " + line.path("overdue") + " overdue, and " + its + " cases");
            }
        }
    }

    private void unique(List<Document> documents, Function<Document, String> key, String claim) {
        documents.stream()
                .collect(Collectors.groupingBy(key, Collectors.counting()))
                .forEach((value, times) -> {
                    if (times > 1) {
                        found(claim, value, times + " times");
                    }
                });
    }

    private void found(String claim, String subject, String what) {
        findings.add(new Finding(claim, subject, what));
    }

    private List<Document> all(String database, String collection) {
        return mongo.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
    }

    static String ingestKey(Sent one) {
        return switch (one.channel()) {
            case WEB -> "web:" + one.key();
            case OPERATOR -> "clerk:" + one.key();
            case SMS -> "sms:twilio:" + one.key();
        };
    }

    private static String reference(Document file) {
        return file.get("report", Document.class).getString("reference");
    }

    private static @Nullable String agency(Document file) {
        var handling = file.get("handling", Document.class);
        return handling == null ? null : handling.get("agency", Document.class).getString("code");
    }

    private static String agencyOrNone(Document file) {
        var agency = agency(file);
        return agency == null ? "" : agency;
    }

    private static String state(Document notice) {
        return notice.get("delivery", Document.class).getString("state");
    }
}
