package vn.congvu.intake.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.congvu.contracts.Role;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.Citizen.Answer;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.intake.vault.Forgetting;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
class CustodyTests {
    private static final String REASON = "Cần xác minh với người gửi về việc nhận tiền";
    private static final Caller INSPECTOR = new Caller("inspector", Set.of(Role.INSPECTOR), null, "Thanh tra tỉnh");
    private static final Caller CUSTODIAN =
            new Caller("custodian", Set.of(Role.CUSTODIAN), null, "Người giữ danh tính");

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    Forgetting forgetting;

    @Autowired
    MockMvc mvc;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void anApprovedRequestOpensOneIdentityAndTheReporterSeesHowOften() throws Exception {
        var receipt = report();
        var id = ask(receipt);

        assertThat(decide(id, CUSTODIAN, true).status()).isEqualTo(200);
        var response = mvc.perform(json("/api/v1/identity-requests/" + id + "/opening", Map.of(), CUSTODIAN))
                .andReturn()
                .getResponse();
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        var opened = Citizen.JSON.readTree(response.getContentAsByteArray());
        assertThat(opened.path("name").asString()).isEqualTo("Người phản ánh");
        assertThat(opened.path("phone").asString()).isEqualTo("+84912000777");
        assertThat(opened.path("viewer").asString()).isEqualTo("Người giữ danh tính (custodian)");
        assertThat(opened.path("openedAt").asString()).isNotEmpty();

        assertThat(open(id, CUSTODIAN).body().path("openedCount").asInt()).isEqualTo(2);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isEqualTo(2);
    }

    @Test
    void nothingOpensBeforeTheDecisionNorAfterARefusal() {
        var id = ask(report());

        assertThat(open(id, CUSTODIAN).text("type")).endsWith("identity-not-granted");
        assertThat(decide(id, CUSTODIAN, false).text("state")).isEqualTo("REFUSED");
        assertThat(open(id, CUSTODIAN).status()).isEqualTo(403);
    }

    @Test
    void aGrantEndsAfterADay() {
        var receipt = report();
        var id = ask(receipt);
        decide(id, CUSTODIAN, true);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(open(id, CUSTODIAN).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(open(id, CUSTODIAN).status()).isEqualTo(410);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isEqualTo(1);
    }

    @Test
    void whoAskedIsToldOfTheDecisionAndNeverLooks() {
        var receipt = report();
        var id = ask(receipt);
        decide(id, CUSTODIAN, true);

        assertThat(open(id, INSPECTOR).status()).isEqualTo(403);
        assertThat(read(id, INSPECTOR).text("state")).isEqualTo("APPROVED");
        assertThat(read(id, INSPECTOR).body().path("mayOpen").asBoolean()).isFalse();
        assertThat(read(id, CUSTODIAN).body().path("mayOpen").asBoolean()).isTrue();
        var other = new Caller("monitor", Set.of(Role.MONITOR), null, null);
        assertThat(open(id, other).status()).isEqualTo(403);
        assertThat(read(id, other).status()).isEqualTo(404);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isZero();
    }

    @Test
    void aCustodianWhoAskedNeedsAnotherToLook() {
        var both = new Caller("both", Set.of(Role.INSPECTOR, Role.CUSTODIAN), null, null);
        var id = ask(report(), both).text("id");
        decide(id, CUSTODIAN, true);

        assertThat(open(id, both).text("type")).endsWith("not-your-identity-request");
        assertThat(read(id, both).body().path("mayOpen").asBoolean()).isFalse();
        assertThat(open(id, CUSTODIAN).status()).isEqualTo(200);
    }

    @Test
    void nobodyDecidesTheOwnRequest() {
        var both = new Caller("both", Set.of(Role.INSPECTOR, Role.CUSTODIAN), null, null);
        var id = ask(report(), both).text("id");

        assertThat(decide(id, both, true).status()).isEqualTo(403);
        assertThat(read(id, both).text("state")).isEqualTo("REQUESTED");
        assertThat(read(id, both).body().path("mayDecide").asBoolean()).isFalse();
    }

    @Test
    void ofTwoTabsOneDecides() throws Exception {
        var id = ask(report());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(tab -> (Callable<Answer>) () -> decide(id, CUSTODIAN, tab % 2 == 0))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            var held = answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(held).hasSize(1);
            var state = held.getFirst().text("state");
            assertThat(answers.stream().filter(answer -> answer.status() == 409))
                    .hasSize(7)
                    .allSatisfy(stale -> assertThat(
                                    stale.body().path("present").path("state").asString())
                            .isEqualTo(state));
        }
    }

    @Test
    void aSecondDecisionChangesNothing() {
        var id = ask(report());
        decide(id, CUSTODIAN, false);

        assertThat(decide(id, CUSTODIAN, true).status()).isEqualTo(409);
        assertThat(open(id, CUSTODIAN).status()).isEqualTo(403);
    }

    @Test
    void forTheAgencyComplainedAboutThereIsNothingToAskDecideOrOpen() {
        var receipt = report();
        var id = ask(receipt);
        suite.assigns(receipt.reference());
        var theirs = new Caller("inside", Set.of(Role.CUSTODIAN, Role.INSPECTOR), "SXD", null);

        assertThat(ask(receipt, theirs).status()).isEqualTo(404);
        assertThat(read(id, theirs).status()).isEqualTo(404);
        assertThat(decide(id, theirs, true).status()).isEqualTo(404);
        var own = new Caller("custodian", Set.of(Role.CUSTODIAN), "SXD", null);
        decide(id, CUSTODIAN, true);
        assertThat(open(id, own).status()).isEqualTo(404);
    }

    @Test
    void whoDecidesCasesKnowsNoIdentity() {
        var receipt = report();
        for (var role : List.of(Role.AGENCY_HEAD, Role.AGENCY_OFFICER, Role.TRIAGE)) {
            var both = new Caller("both", Set.of(Role.MONITOR, role), "UBND", null);
            assertThat(ask(receipt, both).status()).as(role.name()).isEqualTo(403);
        }
        Stream.of(Role.values())
                .filter(role -> role != Role.MONITOR && role != Role.INSPECTOR)
                .forEach(role -> assertThat(ask(receipt, new Caller("x", Set.of(role), null, null))
                                .status())
                        .as(role.name())
                        .isEqualTo(403));
    }

    @Test
    void anAnonymousOrForgottenReporterCantBeOpened() {
        var anonymous = citizen.reports("Một việc không tên");
        assertThat(ask(anonymous, INSPECTOR).text("type")).endsWith("no-identity");

        var receipt = report();
        var id = ask(receipt);
        decide(id, CUSTODIAN, true);
        forgetting.forget(
                Objects.requireNonNull(suite.complaint(receipt.reference()).identityRef()));
        assertThat(open(id, CUSTODIAN).status()).isEqualTo(409);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isZero();
    }

    @Test
    void aRequestNeedsAReason() {
        var answer = citizen.perform(json(
                "/api/v1/identity-requests",
                Map.of("reference", report().reference(), "reason", "Cần biết"),
                INSPECTOR));

        assertThat(answer.status()).isEqualTo(422);
    }

    private Citizen.Receipt report() {
        return citizen.reports(
                Map.of("text", "Bị đòi tiền", "reporter", Map.of("name", "Người phản ánh", "phone", "0912000777")));
    }

    private String ask(Citizen.Receipt receipt) {
        var answer = ask(receipt, INSPECTOR);
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("id");
    }

    private Answer ask(Citizen.Receipt receipt, Caller caller) {
        return citizen.perform(
                json("/api/v1/identity-requests", Map.of("reference", receipt.reference(), "reason", REASON), caller));
    }

    private Answer decide(String id, Caller caller, boolean approve) {
        return citizen.perform(json(
                "/api/v1/identity-requests/" + id + "/decision",
                Map.of("approve", approve, "reason", "Lý do đủ rõ để quyết định"),
                caller));
    }

    private Answer open(String id, Caller caller) {
        return citizen.perform(json("/api/v1/identity-requests/" + id + "/opening", Map.of(), caller));
    }

    private Answer read(String id, Caller caller) {
        return citizen.perform(get("/api/v1/identity-requests/" + id).with(Tokens.as(caller)));
    }

    private static MockHttpServletRequestBuilder json(String path, Object body, Caller caller) {
        return MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(Citizen.JSON.writeValueAsBytes(body))
                .with(Tokens.as(caller));
    }
}
