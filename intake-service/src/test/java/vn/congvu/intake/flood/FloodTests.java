package vn.congvu.intake.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.altcha.altcha.Altcha;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

@Tag("any-broker")
@IntakeTest
class FloodTests {
    private static final int UNMARKED = 20;

    @Autowired
    Citizen citizen;

    @Autowired
    EventsSeen events;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    FloodWatch watch;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void nobodySentAnything() {
        clock.set(MutableClock.MONDAY_MORNING);
        mongo.remove(NetworkCounts.Count.class).all();
    }

    @Test
    void takesAWholeFloodAndMarksWhatIsTooMuch() throws Exception {
        var sendings = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 60; i++) {
            sendings.add(() -> isMarked("203.0.113.7", null));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var marked =
                    pool.invokeAll(sendings).stream().map(Future::resultNow).toList();

            assertThat(marked).hasSize(60);
            assertThat(marked.stream().filter(one -> one)).hasSize(60 - UNMARKED);
        }
        assertThat(isMarked("203.0.113.8", null)).isFalse();
    }

    @Test
    void countsASubscribersWholeNetworkAsOne() {
        for (int i = 0; i < UNMARKED; i++) {
            assertThat(isMarked("2001:db8:1:2::" + (i + 1), null)).isFalse();
        }

        assertThat(isMarked("2001:db8:1:2:ffff::1", null)).isTrue();
        assertThat(isMarked("2001:db8:1:3::1", null)).isFalse();
    }

    @Test
    void forgetsWithTheHour() {
        flood("203.0.113.9");

        clock.advance(Duration.ofHours(1));

        assertThat(isMarked("203.0.113.9", null)).isFalse();
    }

    @Test
    void keepsNoAddressAndTheCodesForAnHour() {
        flood("203.0.113.10");
        var kept = stored();

        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().toJson()).doesNotContain("203.0.113");
        clock.advance(Duration.ofHours(2));
        watch.forgetOver();
        assertThat(stored()).isEmpty();
    }

    @Test
    void keepsAnotherCodeForTheSameNetworkEveryDay() {
        isMarked("203.0.113.11", null);
        clock.advance(Duration.ofDays(1));
        isMarked("203.0.113.11", null);

        assertThat(stored().stream().map(count -> count.getString("_id")).distinct())
                .hasSize(2);
    }

    @Test
    void aProofOfWorkSparesOneReportTheMark() {
        flood("203.0.113.12");
        var proof = proof(challenge());

        assertThat(isMarked("203.0.113.12", proof)).isFalse();
        assertThat(isMarked("203.0.113.12", proof)).isTrue();
        assertThat(isMarked("203.0.113.12", proof(challenge()))).isFalse();
    }

    @Test
    void aProofIsNotUsedUpWhereNoneIsNeeded() {
        var proof = proof(challenge());
        assertThat(isMarked("203.0.113.13", proof)).isFalse();
        flood("203.0.113.13");

        assertThat(isMarked("203.0.113.13", proof)).isFalse();
    }

    @Test
    void aProofThatIsTooLateForgedOrNonsenseCostsNobodyTheReport() {
        flood("203.0.113.14");
        var late = proof(challenge());
        var challenge = challenge();
        var ours = solved(challenge);

        for (var wrong : List.of(
                "",
                "nothing",
                "%%%",
                base64("null"),
                base64("[]"),
                base64("{\"algorithm\": {\"$ne\": \"\"}}"),
                "A".repeat(5_000),
                base64(changed(ours, "number", 0)),
                base64(changed(ours, "signature", "00")),
                base64(changed(ours, "algorithm", "SHA-1")),
                base64(changed(
                        ours, "salt", challenge.path("salt").asString().replaceFirst("expires=1", "expires=9"))))) {
            assertThat(isMarked("203.0.113.14", wrong)).isTrue();
        }
        clock.advance(Duration.ofHours(3));
        flood("203.0.113.14");
        assertThat(isMarked("203.0.113.14", late)).isTrue();
    }

    @Test
    void theSameReportAgainIsTheSameAnswer() {
        flood("203.0.113.15");
        var key = UUID.randomUUID().toString();
        var proof = proof(challenge());

        assertThat(send("203.0.113.15", proof, key)).isEqualTo(send("203.0.113.15", proof, key));
    }

    private void flood(String address) {
        for (int i = 0; i < UNMARKED; i++) {
            isMarked(address, null);
        }
    }

    private boolean isMarked(String address, String proof) {
        var answer = send(address, proof, UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(201);
        return events.await(ComplaintReceived.class, seen -> seen.reference().equals(answer.text("reference")))
                .suspect();
    }

    private Citizen.Answer send(String address, String proof, String key) {
        var request = MockMvcRequestBuilders.post("/api/v1/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"Cán bộ vắng mặt giờ làm việc.\"}")
                .header("Idempotency-Key", key)
                .with(Tokens.from(address));
        return citizen.perform(proof == null ? request : request.header("X-Proof-Of-Work", proof));
    }

    private JsonNode challenge() {
        return citizen.perform(get("/api/v1/complaints/challenge").with(Tokens.anonymous()))
                .body();
    }

    private static String proof(JsonNode challenge) {
        return base64(solved(challenge));
    }

    private static Map<String, Object> solved(JsonNode challenge) {
        try {
            var number = Altcha.solveChallenge(
                            challenge.path("challenge").asString(),
                            challenge.path("salt").asString(),
                            Altcha.Algorithm.SHA256,
                            challenge.path("maxnumber").asLong(),
                            0)
                    .number;
            var answer = new LinkedHashMap<String, Object>();
            for (var member : List.of("algorithm", "challenge", "salt", "signature")) {
                answer.put(member, challenge.path(member).asString());
            }
            answer.put("number", number);
            answer.put("took", 812);
            return answer;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static ObjectNode changed(Map<String, Object> answer, String member, Object value) {
        ObjectNode json = Citizen.JSON.valueToTree(answer);
        return json.putPOJO(member, value);
    }

    private static String base64(Object json) {
        var text = json instanceof String written ? written : Citizen.JSON.writeValueAsString(json);
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Document> stored() {
        return mongo.findAll(Document.class, "network_counts");
    }
}
