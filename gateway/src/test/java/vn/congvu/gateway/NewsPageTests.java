package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
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

/** What is new for an office: in the header of each page, and as a list. */
@GatewayTest
class NewsPageTests {
    private static final String MINE = "/api/v1/notices/mine";
    private static final String ITEM = """
            {"id": "n1", "template": "office-case-assigned", "title": {"vi": "Phản ánh mới", "en": "A new report"},
             "reference": "7K3F9QXM2D", "agency": {"code": "SXD", "name": "Sở Xây dựng"}, "page": "%s", "toSign": true,
             "at": "2026-03-02T02:00:00Z", "read": false}""";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
        says(Behind.CASES, "/api/v1/cases", Samples.cases());
        says(Behind.NOTIFY, MINE, "{\"items\": [" + ITEM.formatted("/staff/cases/c1") + "], \"unread\": 1}");
    }

    @Test
    void theHeaderCountsWhatIsUnreadWithoutScripts() {
        var head = visitors.staff("head.sxd");
        head.get("/staff/news");

        assertThat(head.get("/staff/cases").page().selectFirst("#news .badge").text())
                .isEqualTo("1 tin chưa đọc");
        assertThat(visitors.staff("auditor").get("/staff/account").page().select("#news"))
                .as("nobody tells this office anything")
                .isEmpty();
    }

    @Test
    void theNumberStaysFreshForAWhileAndThenRests() {
        var head = visitors.staff("head.sxd");

        var fresh = head.part("/staff/news/count?time=3");
        assertThat(fresh.body()).doesNotContain("<html");
        assertThat(fresh.page().selectFirst("#news").attr("data-hx-get")).isEqualTo("/staff/news/count?time=4");
        assertThat(head.part("/staff/news/count?time=15")
                        .page()
                        .selectFirst("#news")
                        .hasAttr("data-hx-get"))
                .as("an open page alone keeps nobody signed in")
                .isFalse();
    }

    @Test
    void openingAnItemMarksItAndLeadsToTheMatter() {
        answers(Behind.NOTIFY, MINE + "/n1/read", 200, ITEM.formatted("/staff/cases/c1"));
        var head = visitors.staff("head.sxd");
        var list = head.get("/staff/news");
        assertThat(list.text()).contains("Phản ánh mới", "Chưa đọc", "Sở Xây dựng", "Ký thư xin lỗi");

        assertThat(head.post("/staff/news/n1", Map.of()).header("Location")).endsWith("/staff/cases/c1");

        answers(Behind.NOTIFY, MINE + "/n1/read", 200, ITEM.formatted("//elsewhere.example/"));
        assertThat(head.post("/staff/news/n1", Map.of()).header("Location"))
                .as("nowhere but to pages of the staff")
                .endsWith("/staff/news");
    }

    @Test
    void everythingOnThePageIsMarkedAtOnce() {
        Behind.NOTIFY.stubFor(
                post(urlPathEqualTo(MINE + "/read")).willReturn(aResponse().withStatus(204)));
        var head = visitors.staff("head.sxd");
        var until =
                head.get("/staff/news").page().selectFirst("input[name=until]").val();

        assertThat(head.post("/staff/news/read", Map.of("until", until)).header("Location"))
                .endsWith("/staff/news");
        Behind.NOTIFY.verify(postRequestedFor(urlPathEqualTo(MINE + "/read"))
                .withRequestBody(equalToJson("{\"until\": \"2026-03-02T02:00:00Z\"}")));
    }

    @Test
    void anEmptyListSaysWhatWillComeAndOtherPagesDoWithoutTheNumber() {
        says(Behind.NOTIFY, MINE, "{\"items\": [], \"unread\": 0}");
        var head = visitors.staff("head.sxd");
        assertThat(head.get("/staff/news").text()).contains("Chưa có tin nào");

        Behind.isAway(Behind.NOTIFY);
        head.part("/staff/news/count");
        var cases = head.get("/staff/cases");
        assertThat(cases.status()).isEqualTo(200);
        assertThat(cases.page().select("#news .badge")).isEmpty();
    }
}
