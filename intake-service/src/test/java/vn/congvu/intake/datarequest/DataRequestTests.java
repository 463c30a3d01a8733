package vn.congvu.intake.datarequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.contracts.intake.DataRequestAnswered;
import vn.congvu.contracts.intake.DataRequestOverdue;
import vn.congvu.contracts.intake.DataRequestReceived;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.Citizen.Answer;
import vn.congvu.intake.Citizen.Receipt;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.intake.complaint.AnswerDates;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
class DataRequestTests {
    private static final Caller CUSTODIAN =
            new Caller("custodian", Set.of(Role.CUSTODIAN), null, "Người giữ danh tính");
    private static final String DONE = "Chúng tôi đã làm theo yêu cầu của bạn.";

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    Incoming incoming;

    @Autowired
    EventsSeen events;

    @Autowired
    AnswerDates dates;

    @Autowired
    CarryingOut carryingOut;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void whoAsksForAccessSeesEverythingThatIsKeptForAWeekOnceItIsGranted() {
        var receipt = report();
        citizen.does("/messages", receipt, Map.of("text", "Tôi có thêm ảnh"));
        var id = ask(receipt, "ACCESS");
        assertThat(copy(receipt).status()).isEqualTo(409);

        assertThat(answer(id, true).text("state")).isEqualTo("DONE");

        var copy = copy(receipt).body();
        assertThat(copy.path("name").asString()).isEqualTo("Người phản ánh");
        assertThat(copy.path("phone").asString()).isEqualTo("+84912000888");
        assertThat(copy.path("text").asString()).isEqualTo("Bị đòi tiền");
        assertThat(copy.path("messages").path(0).path("text").asString()).isEqualTo("Tôi có thêm ảnh");
        assertThat(copy.path("identityOpenedCount").asInt())
                .as("the own eyes do not count")
                .isZero();
        var seen = list(receipt).path("requests").path(0);
        assertThat(seen.path("answer").asString()).isEqualTo(DONE);
        assertThat(seen.path("answeredBy").asString()).isEqualTo("Người giữ danh tính");

        clock.advance(Duration.ofDays(7));
        assertThat(copy(receipt).status()).isEqualTo(409);
    }

    @Test
    void aGrantedCorrectionStandsInTheVaultAndTheFormerIdentityIsGone() {
        var receipt = report();
        var id = ask(receipt, Map.of("kind", "CORRECTION", "name", "Tên đúng", "phone", "0912 000 999"));

        var formerKey = keyOfTheContact(receipt);

        var opened = perform("/api/v1/data-requests/" + id + "/opening", Map.of(), CUSTODIAN);
        assertThat(opened.body().path("now").path("name").asString()).isEqualTo("Người phản ánh");
        assertThat(opened.body().path("right").path("phone").asString()).isEqualTo("+84912000999");
        answer(id, true);

        answer(ask(receipt, "ACCESS"), true);
        var copy = copy(receipt).body();
        assertThat(copy.path("name").asString()).isEqualTo("Tên đúng");
        assertThat(copy.path("phone").asString()).isEqualTo("+84912000999");
        assertThat(copy.path("email").asString()).as("what was not named stays").isEqualTo("toi@vidu.vn");
        assertThat(copy.path("identityOpenedCount").asInt()).isEqualTo(1);
        var identity = Objects.requireNonNull(mongo.getCollection("vault_identities")
                .find(new Document("_id", identityOf(receipt)))
                .first());
        assertThat(mongo.getCollection("vault_keys").countDocuments(new Document("_id", identity.get("keyId"))))
                .isOne();
        assertThat(stored(id).get("correction")).as("kept in no second place").isNull();
        assertThat(keys(formerKey)).as("the former contact opens in no copy").isZero();
        assertThat(keys(keyOfTheContact(receipt))).isOne();
    }

    @Test
    void aGrantedErasureForgetsWhoReportedAndKeepsTheReport() {
        var receipt = report();
        var id = ask(receipt, "ERASURE");

        assertThat(answer(id, true).text("state")).isEqualTo("DONE");

        assertThat(list(receipt).path("identityKept").asBoolean()).isFalse();
        assertThat(citizen.tracks(receipt).path("text").asString()).isEqualTo("Bị đòi tiền");
        assertThat(mongo.getCollection("vault_contacts")
                        .countDocuments(new Document("identityRef", identityOf(receipt))))
                .isZero();
        assertThat(events.await(DataRequestAnswered.class, e -> e.requestId().equals(id))
                        .reporter()
                        .contactRef())
                .isNull();
        assertThat(asking(receipt, Map.of("kind", "ERASURE")).status())
                .as("there is nothing more")
                .isEqualTo(409);
    }

    @Test
    void aRefusalSaysWhyAndChangesNothing() {
        var receipt = report();
        var id = ask(receipt, Map.of("kind", "CORRECTION", "name", "Ai đó khác"));

        assertThat(answer(id, false).text("state")).isEqualTo("REFUSED");

        var answered =
                events.await(DataRequestAnswered.class, e -> e.requestId().equals(id));
        assertThat(answered.granted()).isFalse();
        assertThat(answered.reporter().contactRef()).isNotNull();
        answer(ask(receipt, "ACCESS"), true);
        assertThat(copy(receipt).body().path("name").asString()).isEqualTo("Người phản ánh");
        assertThat(answer(id, true).status()).as("once").isEqualTo(409);
    }

    @Test
    void itIsDueAfterTwoWorkingDaysAndOverdueIsSaidOnce() {
        var due = clock.instant().plus(Duration.ofDays(2));
        var now = clock.instant();
        incoming.publish(
                Exchanges.CASES,
                Ids.next(),
                "answer-dates",
                new AnswerDatesPublished(
                        List.of(), now, List.of(new AnswerDatesPublished.AnswerDate(now.plusSeconds(60), due))));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> dates.dataRequestDue(now).equals(Optional.of(due)));
        var id = ask(report(), "ACCESS");
        assertThat(events.await(DataRequestReceived.class, e -> e.requestId().equals(id))
                        .dueAt())
                .isEqualTo(due);

        clock.set(due.minusSeconds(1));
        carryingOut.sweep();
        assertThat(stored(id).get("overdueAt")).isNull();
        clock.set(due);
        carryingOut.sweep();
        carryingOut.sweep();

        events.await(DataRequestOverdue.class, e -> e.requestId().equals(id));
        assertThat(events.all(DataRequestOverdue.class))
                .filteredOn(e -> e.requestId().equals(id))
                .hasSize(1);
        assertThat(answer(id, true).body().path("late").asBoolean()).isTrue();
    }

    @Test
    void whatWasGrantedIsDoneEvenIfTheProcessDiedInBetween() {
        var receipt = report();
        var id = ask(receipt, "ERASURE");
        mongo.getCollection("data_requests")
                .updateOne(
                        new Document("_id", id),
                        new Document("$set", new Document("state", "GRANTED").append("lookAt", clock.instant())));

        carryingOut.sweep();

        assertThat(stored(id).get("state")).isEqualTo("DONE");
        assertThat(list(receipt).path("identityKept").asBoolean()).isFalse();
    }

    @Test
    void sentTwiceItIsOneRequest() throws Exception {
        var receipt = report();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(tab -> (Callable<Answer>) () -> asking(receipt, Map.of("kind", "ACCESS")))
                    .toList());
        }

        assertThat(list(receipt).path("requests")).hasSize(1);
    }

    @Test
    void ofTwoTabsOneAnswers() throws Exception {
        var id = ask(report(), "ACCESS");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(tab -> (Callable<Answer>) () -> answer(id, tab % 2 == 0))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow().status())
                    .toList();
            assertThat(answers).containsOnly(200, 409);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        }
    }

    @Test
    void anAnonymousReporterHasNothingToCorrectOrEraseButMaySeeWhatIsKept() {
        var receipt = citizen.reports("Một việc không tên");

        assertThat(asking(receipt, Map.of("kind", "ERASURE")).status()).isEqualTo(409);
        assertThat(asking(receipt, Map.of("kind", "CORRECTION", "name", "Tên")).status())
                .isEqualTo(409);
        var id = ask(receipt, "ACCESS");
        assertThat(perform("/api/v1/data-requests/" + id + "/opening", Map.of(), CUSTODIAN)
                        .status())
                .isEqualTo(409);
        answer(id, true);
        assertThat(copy(receipt).body().path("name").isMissingNode()).isTrue();
    }

    @Test
    void aCorrectionThatSaysNothingOrNonsenseIsRefused() {
        var receipt = report();

        assertThat(asking(receipt, Map.of("kind", "CORRECTION")).status()).isEqualTo(422);
        assertThat(asking(receipt, Map.of("kind", "CORRECTION", "phone", "abc")).status())
                .isEqualTo(422);
        assertThat(asking(receipt, Map.of()).status()).isEqualTo(422);
        assertThat(list(receipt).path("requests")).isEmpty();
    }

    @Test
    void withoutTheCodeNothingIsAskedOrSeen() {
        var receipt = report();
        answer(ask(receipt, "ACCESS"), true);
        var guess = new Receipt(receipt.reference(), report().accessCode());

        assertThat(asking(guess, Map.of("kind", "ERASURE")).status()).isEqualTo(404);
        assertThat(copy(guess).status()).isEqualTo(404);
        assertThat(citizen.does("/data-requests/list", guess, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void forTheAgencyComplainedAboutThereIsNoRequest() {
        var receipt = report();
        var id = ask(receipt, "ACCESS");
        suite.assigns(receipt.reference());
        var theirs = new Caller("inside", Set.of(Role.CUSTODIAN), "SXD", null);

        assertThat(perform("/api/v1/data-requests/" + id + "/opening", Map.of(), theirs)
                        .status())
                .isEqualTo(404);
        assertThat(answer(id, true, theirs).status()).isEqualTo(404);
        var later = ask(receipt, Map.of("kind", "CORRECTION", "name", "Tên"));
        assertThat(citizen.perform(get("/api/v1/data-requests").with(Tokens.as(theirs)))
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .doesNotContain(later);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyACustodianWhoDecidesNoCasesAnswers(Role role) {
        var id = ask(report(), "ACCESS");
        var caller = role == Role.CUSTODIAN
                ? new Caller("x", Set.of(Role.CUSTODIAN, Role.TRIAGE), null, null)
                : new Caller("x", Set.of(role), null, null);

        assertThat(answer(id, true, caller).status()).isEqualTo(403);
        assertThat(perform("/api/v1/data-requests/" + id + "/opening", Map.of(), caller)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseDoesNotSayWhatWasAskedNorWhatIsRight() {
        var id = ask(
                report(), Map.of("kind", "CORRECTION", "name", "Tên bí mật", "words", "Tôi đã đổi tên sau khi cưới"));

        assertThat(stored(id).toJson()).doesNotContain("Tên bí mật").doesNotContain("đổi tên");
    }

    @Test
    void everyKindIsListedForTheCustodianTheNextDueFirst() {
        var receipt = report();
        var ids = Stream.of(DataRequestKind.values())
                .map(kind -> ask(receipt, Map.of("kind", kind.name(), "name", "Tên")))
                .toList();

        var listed = citizen.perform(get("/api/v1/data-requests").with(Tokens.as(CUSTODIAN)))
                .body()
                .path("items")
                .findValuesAsString("id");

        assertThat(listed).containsAll(ids);
    }

    private Receipt report() {
        return citizen.reports(Map.of(
                "text",
                "Bị đòi tiền",
                "reporter",
                Map.of("name", "Người phản ánh", "phone", "0912000888", "email", "toi@vidu.vn")));
    }

    private String ask(Receipt receipt, String kind) {
        return ask(receipt, Map.of("kind", kind));
    }

    private String ask(Receipt receipt, Map<String, ?> request) {
        var answer = asking(receipt, request);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body()
                .path("requests")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(request.get("kind")))
                .map(one -> one.path("id").asString())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Answer asking(Receipt receipt, Map<String, ?> request) {
        return citizen.does("/data-requests", receipt, request);
    }

    private JsonNode list(Receipt receipt) {
        return citizen.does("/data-requests/list", receipt, Map.of()).body();
    }

    private Answer copy(Receipt receipt) {
        return citizen.does("/data-requests/copy", receipt, Map.of());
    }

    private Answer answer(String id, boolean grant) {
        return answer(id, grant, CUSTODIAN);
    }

    private Answer answer(String id, boolean grant, Caller caller) {
        return perform("/api/v1/data-requests/" + id + "/answer", Map.of("grant", grant, "text", DONE), caller);
    }

    private Answer perform(String path, Object body, Caller caller) {
        return citizen.perform(MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(Citizen.JSON.writeValueAsBytes(body))
                .with(Tokens.as(caller)));
    }

    private String identityOf(Receipt receipt) {
        return Objects.requireNonNull(suite.complaint(receipt.reference()).identityRef());
    }

    private String keyOfTheContact(Receipt receipt) {
        return Objects.requireNonNull(mongo.getCollection("vault_contacts")
                        .find(new Document(
                                "_id", suite.complaint(receipt.reference()).contactRef()))
                        .first())
                .getString("keyId");
    }

    private long keys(String id) {
        return mongo.getCollection("vault_keys").countDocuments(new Document("_id", id));
    }

    private Document stored(String id) {
        return Objects.requireNonNull(mongo.getCollection("data_requests")
                .find(new Document("_id", id))
                .first());
    }
}
