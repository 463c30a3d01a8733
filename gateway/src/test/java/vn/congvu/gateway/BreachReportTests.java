package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.says;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.TestAccounts;
import vn.congvu.gateway.testing.Visitor.Answer;
import vn.congvu.gateway.testing.Visitors;

/** Whose data an account that leaked has touched. */
@GatewayTest
class BreachReportTests {
    private static final String WINDOW = "?from=2020-03-02T00:00:00Z&to=2020-03-03T00:00:00Z&actor=head.sxd";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Visitors visitors;

    @BeforeEach
    void whatHeadSxdDidOnOneDay() {
        Behind.reset();
        says(Behind.NOTIFY, "/internal/audit", "{\"items\": []}");
        says(
                Behind.CASES,
                "/internal/audit",
                items(
                        entry(
                                "case-service",
                                9,
                                "case.read",
                                "DONE",
                                "\"0199\", \"7K3F9QXM2E\"",
                                "GET /api/v1/cases/{id}"),
                        entry(
                                "case-service",
                                8,
                                "case.read",
                                "REFUSED",
                                "\"0200\"",
                                "GET /api/v1/cases/{id}: not-found"),
                        entry(
                                "case-service",
                                7,
                                "cases.exported",
                                "BEGUN",
                                "",
                                "GET /api/v1/cases/export.csv {view=all}"),
                        entry("case-service", 4, "cases.listed", "DONE", "", "GET /api/v1/cases = 0"),
                        entry("case-service", 6, "calendar.changed", "BEGUN", "", "PUT /api/v1/calendar"),
                        entry(
                                "case-service",
                                5,
                                "cases.listed",
                                "DONE",
                                "\"7K3F9QXM2E\", \"4HT6W0BRNT\"",
                                "GET /api/v1/cases = 2")));
        says(
                Behind.INTAKE,
                "/internal/audit",
                items(entry(
                        "intake-service", 3, "identity.opened", "BEGUN", "\"r1\", \"4HT6W0BRNT\"", "POST …/opening")));
    }

    @Test
    void eachReportIsNamedOnceWithTheWorstThatWasSeenFirst() {
        var report = JSON.readTree(api("/api/v1/audit/breach-report" + WINDOW).body());

        assertThat(report.path("complete").asBoolean()).isTrue();
        var touched = report.path("touched");
        assertThat(touched.findValuesAsString("subject")).containsExactly("4HT6W0BRNT", "7K3F9QXM2E");
        assertThat(touched.path(0).path("worst").asString()).isEqualTo("IDENTITY");
        assertThat(touched.path(1).path("worst").asString()).isEqualTo("READ");
        assertThat(touched.path(1).path("actions").path("cases.listed").asInt()).isEqualTo(1);
        assertThat(touched.path(1).path("actors").path(0).asString()).isEqualTo("head.sxd");
        assertThat(report.path("unnamed")).as("an empty list shows nobody").hasSize(1);
        assertThat(report.path("unnamed").path(0).path("detail").asString()).contains("export.csv");
        assertThat(report.path("refused").asInt()).isEqualTo(1);
        assertThat(report.path("reportBy").asString()).isNotEmpty();
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo("/internal/audit"))
                .withQueryParam("actor", equalTo("head.sxd"))
                .withQueryParam("from", equalTo("2020-03-02T00:00:00Z"))
                .withQueryParam("to", equalTo("2020-03-03T00:00:00Z")));
    }

    @Test
    void anExportedFileNamesEachOfItsRows() {
        says(
                Behind.CASES,
                "/internal/audit",
                items(
                        entry("case-service", 9, "cases.exported", "DONE", "\"4HT6W0BRNT\"", "rows = 1"),
                        entry("case-service", 8, "cases.exported", "DONE", "\"7K3F9QXM2E\"", "rows = 1"),
                        entry("case-service", 7, "cases.exported", "BEGUN", "", "GET /api/v1/cases/export.csv")));

        var report = JSON.readTree(api("/api/v1/audit/breach-report" + WINDOW).body());

        assertThat(report.path("touched").findValuesAsString("subject"))
                .containsExactlyInAnyOrder("4HT6W0BRNT", "7K3F9QXM2E");
        assertThat(report.path("unnamed")).isEmpty();
    }

    @Test
    void theFileHasARowForEachAndOneForWhatNamesNobody() {
        var file = api("/api/v1/audit/breach-report.csv" + WINDOW);

        assertThat(file.body().lines()).hasSize(4);
        assertThat(file.body())
                .contains("4HT6W0BRNT,IDENTITY", "case.read 1; cases.listed 1", "?,GET /api/v1/cases/export.csv");
        assertThat(file.header("Content-Disposition")).contains("breach-report.csv");
    }

    @Test
    void thePageShowsItAndOffersTheFile() {
        var auditor = visitors.staff("auditor");
        assertThat(auditor.get("/staff/audit/breach").status()).isEqualTo(200);
        var asked = "?from=2020-03-02T07:00&to=2020-03-03T07:00&actor=head.sxd";

        var page = auditor.get("/staff/audit/breach" + asked);

        assertThat(page.text()).contains("4HT6W-0BRNT", "danh tính", "Mở danh tính × 1", "Không nêu từng người");
        assertThat(auditor.get("/staff/audit/breach.csv" + asked).body()).contains("4HT6W0BRNT,IDENTITY");
        assertThat(auditor.get("/staff/audit/breach?from=2020-03-03T07:00&to=2020-03-02T07:00")
                        .text())
                .contains("thời điểm đầu trước thời điểm cuối");
    }

    @Test
    void aWindowThatIsNoneIsRefusedAndNobodyElseReadsIt() {
        assertThat(api("/api/v1/audit/breach-report").status()).isEqualTo(400);
        assertThat(api("/api/v1/audit/breach-report?from=2020-03-03T00:00:00Z&to=2020-03-02T00:00:00Z")
                        .status())
                .isEqualTo(400);
        for (var username : List.of("admin", "monitor", "custodian", "head.sxd")) {
            assertThat(visitors.staff(username).get("/staff/audit/breach").status())
                    .as(username)
                    .isEqualTo(403);
        }
    }

    @Test
    void aChainThatIsAwayGivesNoReport() {
        Behind.isAway(Behind.INTAKE);

        assertThat(api("/api/v1/audit/breach-report" + WINDOW).status()).isEqualTo(503);
    }

    private Answer api(String path) {
        var signedIn = visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve("/api/v1/sign-in"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"username": "auditor", "password": "%s"}""".formatted(TestAccounts.PASSWORD))));
        var token = JSON.readTree(signedIn.body()).path("token").asString();
        return visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    private static String items(String... entries) {
        return "{\"items\": [" + String.join(",", entries) + "]}";
    }

    private static String entry(
            String service, long sequence, String action, String outcome, String about, String detail) {
        return """
                {"service": "%s", "sequence": %d, "at": "2020-03-02T0%d:00:00Z", "actor": "head.sxd", "roles": ["AGENCY_HEAD"],
                 "agency": "SXD", "action": "%s", "outcome": "%s", "about": [%s], "detail": "%s", "hash": "00", "intact": true}""".formatted(service, sequence, sequence, action, outcome, about, detail);
    }
}
