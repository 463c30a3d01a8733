package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.answers;
import static vn.congvu.gateway.testing.Behind.says;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitors;

/** What makes a day at the desk shorter: fresh counts, many cases at once, the next one, files, charts. */
@GatewayTest
class DeskPageTests {
    private static final String CASES = "/api/v1/cases";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void theCountsStayFreshForAWhileAndThenRest() {
        says(Behind.CASES, CASES, Samples.cases());
        var head = visitors.staff("head.sxd");

        var fresh = head.part("/staff/cases/counts?view=overdue&time=3");
        assertThat(fresh.body()).doesNotContain("<html");
        assertThat(fresh.page().selectFirst(".views a[aria-current]").text()).isEqualTo("Quá hạn 1");
        assertThat(fresh.page().selectFirst("#views").attr("data-hx-vals")).contains("\"time\": 4");

        var rested = head.part("/staff/cases/counts?view=overdue&time=15");
        assertThat(rested.page().selectFirst("#views").hasAttr("data-hx-get"))
                .as("an open page alone keeps nobody signed in")
                .isFalse();
    }

    @Test
    void manyCasesGetOneCommandAndEachHasItsOutcome() {
        says(Behind.CASES, CASES, Samples.cases(Samples.row()));
        var head = visitors.staff("head.sxd");
        var chosen = head.get("/staff/cases")
                .page()
                .selectFirst("input[name=chosen]")
                .val();
        answers(Behind.CASES, CASES + "/" + Samples.caseId() + "/delegate", 200, Samples.caseFile("ACCEPTED", 4));

        var done = head.post(
                "/staff/cases/many", Map.of("chosen", chosen, "command", "delegate", "title", "Phó Giám đốc"));

        assertThat(done.text()).contains("Đã làm xong 1 hồ sơ", "7K3F9QXM2D");
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(CASES + "/" + Samples.caseId() + "/delegate"))
                .withRequestBody(equalToJson("{\"version\": 3, \"title\": \"Phó Giám đốc\"}")));
    }

    @Test
    void aCaseThatCouldNotBeChangedIsNamedWithTheReason() {
        answers(
                Behind.CASES,
                CASES + "/x/forward",
                422,
                Samples.refused("command-refused", 422, "agencyCode", "Hãy chọn cơ quan."));

        var answer = visitors.staff("head.sxd")
                .post("/staff/cases/many", Map.of("chosen", "x:1:ABCDE", "command", "forward"));

        assertThat(answer.text()).contains("1 hồ sơ chưa làm được", "ABCDE", "Hãy chọn cơ quan.");
    }

    @Test
    void onlyWhatFitsManyCasesIsDoneToMany() {
        var head = visitors.staff("head.sxd");
        assertThat(head.post("/staff/cases/many", Map.of("chosen", "x:1:A", "command", "answer"))
                        .status())
                .isEqualTo(404);
        assertThat(head.post("/staff/cases/many", Map.of("command", "delegate")).text())
                .contains("Chưa chọn hồ sơ nào");
        assertThat(visitors.staff("monitor")
                        .post("/staff/cases/many", Map.of("command", "delegate"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theNextCaseIsTheOneAfterThisAndTheListWhenThereIsNone() {
        says(
                Behind.CASES,
                CASES,
                Samples.cases(Samples.row(), Samples.row().replace(Samples.caseId(), "another-case")));
        var head = visitors.staff("head.sxd");

        assertThat(head.get("/staff/cases/" + Samples.caseId() + "/next").header("Location"))
                .endsWith("/staff/cases/another-case");
        assertThat(head.get("/staff/cases/another-case/next").header("Location"))
                .endsWith("/staff/cases?view=inbox");
    }

    @Test
    void aViewIsPassedOnAsAFile() {
        Behind.CASES.stubFor(get(urlPathEqualTo(CASES + "/export.csv"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/csv;charset=UTF-8")
                        .withHeader("Content-Disposition", "attachment; filename=cases.csv")
                        .withBody("Mã tra cứu\r\n7K3F9QXM2D\r\n")));

        var file = visitors.staff("monitor").get("/staff/cases/export.csv?view=overdue&q=mot+cua");

        assertThat(file.body()).contains("7K3F9QXM2D");
        assertThat(file.header("Content-Disposition")).contains("attachment");
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo(CASES + "/export.csv"))
                .withQueryParam("view", equalTo("overdue"))
                .withQueryParam("q", equalTo("mot cua")));
    }

    @Test
    void homeAffairsSeesTheWeeksOfAnyTime() {
        says(Behind.CASES, "/api/v1/overview", Samples.overview());
        says(Behind.CASES, "/api/v1/overview/trends", Samples.trends());

        var page = visitors.staff("monitor").get("/staff/overview?tu=2026-03-02&den=2026-03-15");

        assertThat(page.page().select(".chart rect.in-time")).hasSize(2);
        assertThat(page.page().selectFirst(".heat td").text()).isEqualTo("2/6");
        assertThat(page.text()).contains("Thái độ, giao tiếp, ứng xử", "4,5 / 5");
        Behind.CASES.verify(
                getRequestedFor(urlPathEqualTo("/api/v1/overview")).withQueryParam("from", equalTo("2026-03-02")));
    }

    @Test
    void thePublicFiguresAreThereAsAFile() {
        says(Behind.CASES, "/api/v1/statistics/agencies", """
                {"from": "2026-01-01", "to": "2026-12-31", "agencies": [
                  {"code": "SXD", "name": "=HYPERLINK(1)", "answered": 7, "onTimePercent": 85.7, "suppressed": false},
                  {"code": "SNV", "name": "Sở Nội vụ", "suppressed": true}]}""");

        var file = visitors.citizen().get("/thong-ke.csv").body();

        assertThat(file).contains("SXD,'=HYPERLINK(1),7,85.7").contains("SNV,Sở Nội vụ,,,,,,");
    }
}
