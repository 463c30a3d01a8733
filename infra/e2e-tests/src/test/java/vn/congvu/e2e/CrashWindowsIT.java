package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.failpoint.Failpoint;

/**
 * A real process of a service dies in each window of {@code infra/docs/durability.md}, beside one that lives on. Whatever was
 * acknowledged exists and has one case, whatever was not can be sent again, and nobody gets a message twice.
 */
class CrashWindowsIT {
    private static final int KILLED = 137;
    private static final Duration DIES_WITHIN = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 40;
    /** Shared out among two processes, of which one stands still and can't be the one that sends. */
    private static final int REPORTS_BY_SMS = 8;

    private static final Duration SHARE_TAKEN_WITHIN = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static MongoClient mongo;

    @BeforeAll
    static void connect() {
        mongo = MongoClients.create("mongodb://127.0.0.1:" + RunningSuite.port("mongodb"));
    }

    @AfterAll
    static void disconnect() {
        mongo.close();
    }

    /** W1 to W7: the process that takes a report in. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "ACCEPT_UNSTORED",
                "ACCEPT_UNANSWERED",
                "RELAY_UNCLAIMED",
                "RELAY_UNPUBLISHED",
                "RELAY_UNCONFIRMED",
                "RELAY_UNCLEARED"
            })
    void aReportThatIsSentAgainAfterTheCrashIsOneReportWithOneCase(Failpoint window) throws Exception {
        var key = UUID.randomUUID().toString();
        var report = Map.<String, Object>of("text", "Chờ cả buổi ở quầy. " + window, "agencyCode", "SXD");
        JsonNode answeredByTheDying = null;
        // the running one stands still, or its sweep might relay the report before the one that is to die does
        try (var intake = Replica.of("intake-service", window);
                var other = Stopped.process("intake-service")) {
            try {
                answeredByTheDying = send(intake, report, key);
            } catch (IOException noAnswer) {
                assertThat(noAnswer).as("the connection ended with the process").isNotNull();
            }
            assertThat(intake.awaitDeath(DIES_WITHIN)).isEqualTo(KILLED);
        }
        boolean stored = stored(key) == 1;
        assertThat(stored).as("durable when the process died").isEqualTo(window != Failpoint.ACCEPT_UNSTORED);

        var receipt = Api.complain(report, key);

        if (answeredByTheDying != null) {
            assertThat(receipt.path("reference")).isEqualTo(answeredByTheDying.path("reference"));
            assertThat(receipt.path("accessCode")).isEqualTo(answeredByTheDying.path("accessCode"));
        }
        assertThat(stored(key)).isOne();
        hasOneCase(Told.reference(receipt));
    }

    /** W8 to W11: the process that takes an event in; whichever of the two gets it. */
    @ParameterizedTest
    @EnumSource(names = {"INBOX_UNSTORED", "INBOX_UNACKNOWLEDGED", "INBOX_UNAPPLIED", "INBOX_UNMARKED"})
    void anEventOnItsWayIntoTheCasesIsAppliedOnce(Failpoint window) throws Exception {
        var receipts = new ArrayList<JsonNode>();
        try (var cases = Replica.of("case-service", window)) {
            for (int tries = 0; cases.isAlive() && tries < MOST_TRIES; tries++) {
                var receipt = Api.complain(
                        Map.of("text", "Bị trả hồ sơ lần " + tries + ". " + window, "agencyCode", "SYT"),
                        UUID.randomUUID().toString());
                receipts.add(receipt);
                Api.await(() -> !cases.isAlive() || casesOf(Told.reference(receipt)) > 0, done -> done);
            }
            assertThat(cases.awaitDeath(DIES_WITHIN)).isEqualTo(KILLED);
        }

        for (var receipt : receipts) {
            hasOneCase(Told.reference(receipt));
        }
    }

    /** W12: what can't be taken back is looked up, never sent blindly again. */
    @ParameterizedTest
    @EnumSource(names = {"NOTICE_UNCALLED", "NOTICE_UNRECORDED"})
    void aMessageThatWasBeingSentReachesItsPhoneOnce(Failpoint window) throws Exception {
        SuiteTime.passTo(SuiteTime.openingAfter(SuiteTime.today()));
        var phones = IntStream.range(0, REPORTS_BY_SMS)
                .mapToObj(number -> "09382" + window.ordinal() % 10 + String.format("%04d", number))
                .toList();
        try (var notify = Replica.of("notify-service", window);
                var other = Stopped.process("notify-service")) {
            for (var phone : phones) {
                Told.sms(phone, "Can bo So Xay dung vang mat, cho mai khong ai tiep");
            }
            assertThat(notify.awaitDeath(SHARE_TAKEN_WITHIN)).isEqualTo(KILLED);
        }

        // look-ups ask half a minute, a minute and a half, and three minutes after the call; late ones keep half a
        // minute apart
        Api.advanceClock("PT5M");
        Api.await(
                () -> {
                    Api.advanceClock("PT30S");
                    return notSent(phones);
                },
                count -> count == 0);
        for (var phone : phones) {
            assertThat(toldOfTheAgency(phone)).as(phone).hasSize(1);
        }
    }

    @Test
    void theSequencesOfWhatWasToldHaveNoGaps() {
        for (var place : Map.of("intake", "complaints", "cases", "case_files").entrySet()) {
            var database = mongo.getDatabase(place.getKey());
            Api.await(() -> gaps(database, place.getValue()), List::isEmpty);
        }
    }

    /** All at once: waiting for each of hundreds by itself takes minutes. */
    private static List<String> gaps(MongoDatabase database, String aggregates) {
        var told = new HashMap<String, Set<Long>>();
        for (var event : database.getCollection("published_events").find()) {
            told.computeIfAbsent(event.getString("aggregateId"), _ -> new HashSet<>())
                    .add(event.getLong("sequence"));
        }
        var gaps = new ArrayList<String>();
        for (var aggregate : database.getCollection(aggregates).find()) {
            var id = aggregate.getString("_id");
            long last = aggregate.get("revision", Document.class).getLong("sequence");
            LongStream.rangeClosed(1, last)
                    .filter(sequence -> !told.getOrDefault(id, Set.of()).contains(sequence))
                    .forEach(sequence -> gaps.add(id + " lacks " + sequence));
        }
        return gaps;
    }

    private static List<String> toldOfTheAgency(String phone) {
        return Told.smsTo(phone).stream()
                .filter(text -> text.contains("So Xay dung giai quyet"))
                .toList();
    }

    private static void hasOneCase(String reference) {
        Api.await(() -> casesOf(reference), count -> count > 0);
        assertThat(casesOf(reference)).as("cases of " + reference).isOne();
        Api.awaitCase("monitor", reference, found -> found.path("agency").isObject());
    }

    private static long casesOf(String reference) {
        return mongo.getDatabase("cases")
                .getCollection("case_files")
                .countDocuments(new Document("report.reference", reference));
    }

    private static long stored(String key) {
        return mongo.getDatabase("intake")
                .getCollection("complaints")
                .countDocuments(new Document("ingestKey", "web:" + key));
    }

    private static JsonNode send(Replica intake, Map<String, ?> report, String key)
            throws IOException, InterruptedException {
        var answer = HTTP.send(
                HttpRequest.newBuilder(intake.address().resolve("/api/v1/complaints"))
                        .header("Authorization", "Bearer " + Insider.token("intake-service", Caller.anonymous()))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .timeout(DIES_WITHIN)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(report)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    /** Notices to these phones that are still on their way, or looked up. */
    private static long notSent(List<String> phones) {
        var references = phones.stream()
                .flatMap(phone -> Told.smsTo(phone).stream())
                .flatMap(text -> Told.referencesIn(text).stream())
                .distinct()
                .toList();
        return mongo.getDatabase("notify")
                .getCollection("notices")
                .countDocuments(new Document("kind", "CASE_ASSIGNED")
                        .append("reference", new Document("$in", references))
                        .append("delivery.state", new Document("$nin", List.of("SENT", "DELIVERED"))));
    }
}
