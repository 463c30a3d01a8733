package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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

        assertThat(page.page().select("#weeks-table td").eachAttr("data-value"))
                .as("what the chart is drawn from")
                .containsExactly("9", "4", "2", "0", "0", "0");
        assertThat(page.page().selectFirst(".heat td").text()).isEqualTo("2/6");
        assertThat(page.page().select("main nav a").eachText())
                .containsExactly("Tháng trước", "Tháng này", "Quý này", "Sáu tháng", "Cả năm");
        assertThat(page.page().selectFirst(".tile:has(#due-today)").attr("href"))
                .endsWith("view=due-today");
        assertThat(page.text()).contains("Thái độ, giao tiếp, ứng xử", "4,5 / 5");
        Behind.CASES.verify(
                getRequestedFor(urlPathEqualTo("/api/v1/overview")).withQueryParam("from", equalTo("2026-03-02")));
    }

    @Test
    void aFigureOfTheOverviewLeadsToTheCasesBehindIt() {
        says(Behind.CASES, "/api/v1/overview", Samples.overview().replace("2026-01-01", "2026-03-03"));
        says(Behind.CASES, "/api/v1/overview/trends", Samples.trends());
        says(Behind.CASES, "/api/v1/overview/cases", Samples.cases(Samples.row()));
        var monitor = visitors.staff("monitor");

        var overview =
                monitor.get("/staff/overview?tu=2026-03-03&den=2026-03-15").page();
        var cell = overview.selectFirst(".heat td a").attr("href");
        var behind = monitor.get(cell);

        assertThat(cell).as("no day before the first that was asked for").contains("tu=2026-03-03&den=2026-03-08");
        assertThat(behind.page().selectFirst(".rows a").attr("href")).endsWith("/staff/cases/" + Samples.caseId());
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo("/api/v1/overview/cases"))
                .withQueryParam("from", equalTo("2026-03-03"))
                .withQueryParam("to", equalTo("2026-03-08"))
                .withQueryParam("agency", equalTo("SXD")));
        var byMisconduct =
                monitor.get(overview.selectFirst("#by-misconduct ~ dl a").attr("href"));
        assertThat(byMisconduct.text()).contains("Thái độ, giao tiếp, ứng xử");
        var partly = monitor.get(overview.select("#by-rating ~ dl a").get(1).attr("href"));
        assertThat(partly.text()).contains("Được đánh giá: Giải quyết một phần");
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo("/api/v1/overview/cases"))
                .withQueryParam("from", equalTo("2026-03-03"))
                .withQueryParam("solved", equalTo("PARTLY")));
        assertThat(monitor.get("/staff/overview/cases?tu=hom-qua").header("Location"))
                .endsWith("/staff/overview");
        assertThat(visitors.staff("triage").get(cell).status()).isEqualTo(403);
    }

    @Test
    void thePublicFiguresAreThereAsAFile() {
        says(Behind.CASES, "/api/v1/statistics/agencies", """
                {"from": "2026-01-01", "to": "2026-12-31", "agencies": [
                  {"code": "SXD", "name": "=HYPERLINK(1)", "answered": 7, "onTimePercent": 85.7, "praise": 12,
                   "suppressed": false},
                  {"code": "SNV", "name": "Sở Nội vụ", "suppressed": true}]}""");

        var file = visitors.citizen().get("/thong-ke.csv").body();

        assertThat(file)
                .contains("overdueNow,apologies,praise")
                .contains("SXD,'=HYPERLINK(1),7,85.7,,,,,12")
                .contains("SNV,Sở Nội vụ,,,,,,,");
    }

    @Test
    void whoSortsSeesSuggestionsWithReasonsAndSimilarReportsBesideThisOne() {
        var other = Samples.caseFile("ASSIGNED", 2).replace("4HT6W0BRN8", "00000AAAAA");
        says(Behind.CASES, CASES + "/" + Samples.caseId(), Samples.caseFile("TRIAGE", 4, "forward", "merge", "split"));
        says(Behind.CASES, CASES + "/c9", other.replace("\"text\": \"", "\"text\": \"Việc kia. "));
        answers(Behind.CASES, "/api/v1/complaints/preview", 200, """
                {"kind": "CONDUCT", "reasons": [{"vi": "Hai cơ quan cùng tên.", "en": "Two of this name."}],
                 "candidates": [{"code": "SXD", "name": "Sở Xây dựng"}, {"code": "SNV", "name": "Sở Nội vụ"}]}""");
        var triage = visitors.staff("triage");

        var desk = triage.get("/staff/triage/" + Samples.caseId());
        assertThat(desk.page().select(".suggestion strong").eachText()).containsExactly("Sở Xây dựng", "Sở Nội vụ");
        assertThat(desk.text()).contains("Hai cơ quan cùng tên.", "giống 40 %", "Việc kia.");
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo("/api/v1/complaints/preview"))
                .withRequestBody(matchingJsonPath("$.agency", equalTo("so xay dung"))));

        answers(Behind.CASES, CASES + "/" + Samples.caseId() + "/forward", 200, Samples.caseFile("ASSIGNED", 5));
        var done = triage.post(
                "/staff/cases/" + Samples.caseId() + "/forward",
                Map.of("version", "4", "agencyCode", "SXD", "reason", "Hai cơ quan cùng tên."));
        assertThat(done.header("Location")).endsWith("/staff/triage?done=forward&of=7K3F9QXM2D");
    }

    @Test
    void aMergeIsTakenBackWhereItWasMade() {
        says(Behind.CASES, CASES, Samples.cases(Samples.row()));
        answers(Behind.CASES, CASES + "/" + Samples.caseId() + "/merge", 200, Samples.caseFile("MERGED", 5, "unmerge"));
        answers(Behind.CASES, CASES + "/" + Samples.caseId() + "/unmerge", 200, Samples.caseFile("TRIAGE", 6));
        var triage = visitors.staff("triage");

        var merged = triage.post(
                "/staff/cases/" + Samples.caseId() + "/merge", Map.of("version", "4", "into", "00000AAAAA"));
        var list = triage.get(merged.header("Location")).page();
        var undo = list.selectFirst(".note.good form");

        assertThat(undo.attr("action")).isEqualTo("/staff/cases/" + Samples.caseId() + "/unmerge");
        triage.post(
                undo.attr("action"),
                Map.of("version", undo.select("[name=version]").val()));
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(CASES + "/" + Samples.caseId() + "/unmerge"))
                .withRequestBody(matchingJsonPath("$.version", equalTo("5"))));
    }

    @Test
    void theTriageDeskWorksWithoutSuggestionsAndIsForWhoSorts() {
        says(Behind.CASES, CASES + "/" + Samples.caseId(), Samples.caseFile("TRIAGE", 4, "forward"));
        var path = "/staff/triage/" + Samples.caseId();

        assertThat(visitors.staff("triage").get(path).text())
                .contains("Quy tắc chưa gợi ý được cơ quan nào", "Có thể là cùng một việc");
        assertThat(visitors.staff("head.sxd").get(path).status()).isEqualTo(403);

        says(Behind.CASES, CASES + "/" + Samples.caseId(), Samples.caseFile("ASSIGNED", 5));
        assertThat(visitors.staff("triage").get(path).header("Location"))
                .as("sorted already")
                .endsWith("/staff/cases/" + Samples.caseId());
    }

    @Test
    void whoTakesACallSeesEarlierReportsOfTheNumberAndKeepsWhatWasTyped() {
        answers(Behind.INTAKE, "/api/v1/hotline/callers", 200, """
                {"reports": [{"reference": "7K3F9QXM2D", "receivedAt": "2026-03-02T02:00:00Z", "channel": "SMS",
                  "state": {"vi": "Đang giải quyết", "en": "Being dealt with"}, "agency": {"code": "SXD", "name": "Sở Xây dựng"},
                  "dueAt": "2026-03-16T10:00:00Z"}]}""");
        var clerk = visitors.staff("operator");
        clerk.get("/staff/operator");

        var page = clerk.post("/staff/operator/caller", Map.of("caller", "0912345678", "text", "Đang kể dở"));
        assertThat(page.text()).contains("Phản ánh trước của số này", "7K3F9QXM2D", "Sở Xây dựng");
        assertThat(page.page().selectFirst("#text").text()).isEqualTo("Đang kể dở");
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo("/api/v1/hotline/callers"))
                .withRequestBody(equalToJson("{\"phone\": \"0912345678\"}")));

        Behind.isAway(Behind.INTAKE);
        assertThat(clerk.post("/staff/operator/caller", Map.of("caller", "0912345678"))
                        .text())
                .contains("Bạn vẫn ghi cuộc gọi như thường");
    }
}
