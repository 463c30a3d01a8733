package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.says;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.TestAccounts;
import vn.congvu.gateway.testing.Visitor.Answer;
import vn.congvu.gateway.testing.Visitors;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.audit.AuditQuery;
import vn.congvu.platform.audit.AuditTrail;

@GatewayTest
class AuditTests {
    private static final String NOTHING = "{\"items\": []}";
    private static final String INTACT = """
            {"service": "%s", "from": 1, "to": 12, "complete": true, "intact": true,
             "head": {"sequence": 12, "hash": "abc123"}}""";

    private final JsonMapper json = new JsonMapper();

    @Autowired
    Visitors visitors;

    @Autowired
    AuditTrail trail;

    @Autowired
    MessageSource messages;

    @BeforeEach
    void threeServicesWithoutEntries() {
        Behind.reset();
        for (var service : List.of(Behind.INTAKE, Behind.CASES, Behind.NOTIFY)) {
            says(service, "/internal/audit", NOTHING);
            says(service, "/internal/audit/verification", INTACT.formatted("case-service"));
        }
    }

    @Test
    void aSignInAndItsFailuresAreEntries() {
        var visitor = visitors.citizen();
        visitor.get("/staff/sign-in");
        visitor.post("/staff/sign-in", Map.of("username", "inspector", "password", "not this one at all"));
        assertThat(latest().action()).isEqualTo("sign-in.failed");
        assertThat(latest().actor()).isEqualTo("inspector");

        visitor.post("/staff/sign-in", Map.of("username", "my own secret password", "password", "x"));
        assertThat(latest().actor()).isEqualTo("unknown");
        assertThat(latest().toString()).doesNotContain("secret");

        var staff = visitors.staff("inspector");
        assertThat(latest().action()).isEqualTo("sign-in.done");
        assertThat(latest().roles()).containsExactly("INSPECTOR");
        staff.get("/staff/account");
        staff.post("/staff/sign-out", Map.of());
        assertThat(latest().action()).isEqualTo("sign-in.ended");
    }

    @Test
    void whatAnAdministratorDoesToAnAccountIsAnEntry() {
        var admin = visitors.staff("admin");
        admin.get("/staff/admin");
        admin.post("/staff/admin/accounts", Map.of("username", "watched.one", "roles", "INSPECTOR"));
        assertThat(latest().actor()).isEqualTo("admin");
        assertThat(latest().action()).isEqualTo("account.changed");
        assertThat(latest().about()).containsExactly("watched.one");
        assertThat(latest().detail()).isEqualTo("new [INSPECTOR]");

        admin.get("/staff/admin");
        admin.post("/staff/admin/accounts/watched.one/disable", Map.of());
        assertThat(latest().detail()).isEqualTo("disable");
        admin.get("/staff/admin");
        admin.post("/staff/admin/accounts/watched.one/invitation", Map.of());
        assertThat(latest().detail()).isEqualTo("invitation");
    }

    @Test
    void theChainsAreOneListWithoutLossOrDoubles() {
        visitors.staff("inspector");
        entries(Behind.CASES, 5, 4, 2);
        entries(Behind.INTAKE, 3);
        entries(Behind.NOTIFY, 1);
        // a chain answers from behind the place that the page before ended at
        behind(Behind.CASES, 4, 2);
        behind(Behind.CASES, 2);
        behind(Behind.INTAKE, 3);
        behind(Behind.NOTIFY, 1);

        var token = token();
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = read(api(token, "/api/v1/audit?actor=somebody&size=2" + cursor));
            page.get("items").forEach(entry -> seen.add(entry.get("service").asString() + entry.get("sequence")));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : null;
        } while (cursor != null);

        assertThat(seen).containsExactly("case5", "case4", "intake3", "case2", "notify1");
    }

    @Test
    void readingTheTrailIsInItAndAsksTheServices() {
        var answer = api(token(), "/api/v1/audit?about=7K3F9QXM2D&service=cases&action=case.read");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(latest().action()).isEqualTo("audit.read");
        assertThat(latest().actor()).isEqualTo("auditor");
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo("/internal/audit"))
                .withQueryParam("about", equalTo("7K3F9QXM2D"))
                .withQueryParam("action", equalTo("case.read")));
        Behind.INTAKE.verify(0, getRequestedFor(urlPathEqualTo("/internal/audit")));
    }

    @Test
    void nobodyElseReadsItAndWhoTriesIsRecorded() {
        for (var username : List.of("admin", "monitor", "head.sxd", "custodian")) {
            assertThat(visitors.staff(username).get("/staff/audit").status())
                    .as(username)
                    .isEqualTo(403);
            assertThat(latest().outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
            assertThat(latest().actor()).isEqualTo(username);
        }
        assertThat(api("", "/api/v1/audit").status()).isEqualTo(401);
        assertThat(visitors.citizen()
                        .send(HttpRequest.newBuilder(visitors.address().resolve("/internal/audit"))
                                .GET())
                        .status())
                .isIn(401, 403, 404);
    }

    @Test
    void aChainThatIsAwayIsNoShorterList() {
        Behind.isAway(Behind.INTAKE);
        assertThat(api(token(), "/api/v1/audit").status()).isEqualTo(503);
        assertThat(visitors.staff("auditor").get("/staff/audit").status()).isEqualTo(503);
    }

    @Test
    void thePageShowsWhoWhatAndABrokenRow() {
        says(Behind.CASES, "/internal/audit", """
                {"items": [{"service": "case-service", "sequence": 7, "at": "2031-03-02T02:00:00Z", "actor": "head.sxd",
                  "roles": ["AGENCY_HEAD"], "agency": "SXD", "action": "case.read", "outcome": "DONE",
                  "about": ["0199", "7K3F9QXM2D"], "detail": "GET /api/v1/cases/{id}", "hash": "00", "intact": false}]}""");
        var auditor = visitors.staff("auditor");

        assertThat(auditor.get("/staff").header("Location")).endsWith("/staff/audit");
        var page = auditor.get("/staff/audit");
        assertThat(page.text())
                .contains("head.sxd", "Xem hồ sơ vụ việc", "7K3F9QXM2D", "case-service 7", "không còn nguyên vẹn");
        assertThat(auditor.get("/staff/audit?lang=en&from=2020-01-01&to=2020-01-02&actor=nobody&service=gateway")
                        .text())
                .contains("No entry matches");
        assertThat(auditor.get("/staff/audit?from=nonsense&cursor=nonsense&action=none&service=none")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theVerificationNamesTheFirstBrokenRow() {
        says(Behind.NOTIFY, "/internal/audit/verification", """
                {"service": "notify-service", "from": 1, "to": 3, "complete": false, "intact": false,
                 "fault": "MISSING", "sequence": 4, "head": {"sequence": 3, "hash": "abc"}}""");
        var auditor = visitors.staff("auditor");

        var page = auditor.get("/staff/audit/verification");
        assertThat(page.page().select("[role=alert]").text()).contains("Dòng 4 đã bị xóa");
        assertThat(page.page().select("[role=status]")).hasSize(3);
        assertThat(page.text()).contains("12 abc123");

        auditor.get("/staff/audit/verification?service=cases&sequence=9&hash=beef");
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo("/internal/audit/verification"))
                .withQueryParam("sequence", equalTo("9"))
                .withQueryParam("hash", equalTo("beef")));
    }

    @Test
    void aLongChainIsVerifiedInParts() {
        says(Behind.CASES, "/internal/audit/verification", """
                {"service": "case-service", "from": 1, "to": 20000, "complete": false, "intact": true,
                 "head": {"sequence": 20000, "hash": "abc"}}""");

        var page = visitors.staff("auditor").get("/staff/audit/verification?service=cases");

        assertThat(page.text()).contains("Nguyên vẹn đến dòng 20.000");
        assertThat(page.page().select("a[href$='service=cases&after=20000']")).hasSize(1);
        Behind.CASES.verify(
                9,
                getRequestedFor(urlPathEqualTo("/internal/audit/verification"))
                        .withQueryParam("after", equalTo("20000")));
    }

    @Test
    void everyActionHasAWordInBothLanguages() {
        for (var action : AuditAction.values()) {
            for (var language : List.of("vi", "en")) {
                assertThat(messages.getMessage(
                                "audit.action." + action.word(), null, "", Locale.forLanguageTag(language)))
                        .as(action + " " + language)
                        .isNotEmpty();
            }
        }
    }

    private AuditEntry latest() {
        return trail.page(new AuditQuery(null, null, null, null, null, null, 200)).stream()
                .max(Comparator.comparingLong(AuditEntry::sequence))
                .orElseThrow();
    }

    private static void entries(WireMockServer service, int... sequences) {
        says(service, "/internal/audit", listed(service, sequences));
    }

    /** What there is behind an entry. */
    private static void behind(WireMockServer service, int before, int... sequences) {
        service.stubFor(get(urlPathEqualTo("/internal/audit"))
                .atPriority(1)
                .withQueryParam("before", equalTo(Integer.toString(before)))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(listed(service, sequences))));
    }

    /** Its number is the second at which an entry was written. */
    private static String listed(WireMockServer service, int... sequences) {
        var name = service == Behind.CASES ? "case" : service == Behind.INTAKE ? "intake" : "notify";
        var items = new ArrayList<String>();
        for (var sequence : sequences) {
            items.add("""
                    {"service": "%s", "sequence": %d, "at": "2031-03-02T02:00:0%dZ", "actor": "somebody", "roles": [],
                     "action": "case.read", "outcome": "DONE", "about": [], "hash": "00", "intact": true}""".formatted(name, sequence, sequence));
        }
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    private String token() {
        var answer = visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve("/api/v1/sign-in"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"username": "auditor", "password": "%s"}""".formatted(TestAccounts.PASSWORD))));
        return read(answer).get("token").asString();
    }

    private Answer api(String token, String path) {
        var request = HttpRequest.newBuilder(visitors.address().resolve(path)).GET();
        return visitors.citizen().send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }
}
