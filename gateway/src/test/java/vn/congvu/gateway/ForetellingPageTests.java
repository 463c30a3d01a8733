package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.answers;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitors;

/** "Which agency will receive this, and by when", before anything is sent. */
@GatewayTest
class ForetellingPageTests {
    private static final String PREVIEW = "/api/v1/complaints/preview";
    private static final String SXD = "{\"code\": \"SXD\", \"name\": \"Sở Xây dựng\"}";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void aPartOfThePageSaysWhoWillAnswerAndByWhen() {
        answers(Behind.CASES, PREVIEW, 200, Samples.foretold(SXD, "\"2026-03-16T10:00:00Z\""));

        var part = visitors.citizen()
                .part(
                        "/phan-anh/xem-truoc",
                        Map.of("text", "Cán bộ thô lỗ", "agency", "so xay dung", "phone", "0912345678"));

        assertThat(part.status()).isEqualTo(200);
        assertThat(part.body()).doesNotContain("<html");
        assertThat(part.text())
                .contains("Sở Xây dựng", "Giám đốc Sở Xây dựng", "17:00, thứ Hai 16/03/2026", "10 ngày làm việc");
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(PREVIEW))
                .withRequestBody(matchingJsonPath("$.agency", equalTo("SXD")))
                .withRequestBody(matchingJsonPath("$.phone", absent())));
        assertThat(Behind.INTAKE.getAllServeEvents()).isEmpty();
    }

    @Test
    void withoutScriptsTheWholeFormComesBackWithEverythingTyped() {
        answers(Behind.CASES, PREVIEW, 200, Samples.foretold(SXD, "\"2026-03-16T10:00:00Z\""));

        var page = visitors.citizen()
                .post("/phan-anh/xem-truoc", Map.of("key", "the-key", "text", "Cán bộ thô lỗ", "phone", "0912345678"));

        assertThat(page.page().selectFirst("#foretold-agency").text()).isEqualTo("Sở Xây dựng");
        assertThat(page.page().selectFirst("#text").text()).isEqualTo("Cán bộ thô lỗ");
        assertThat(page.page().selectFirst("#phone").val()).isEqualTo("0912345678");
        assertThat(page.page().selectFirst("input[name=key]").val()).isEqualTo("the-key");
    }

    @Test
    void whereNoRuleIsCertainItSaysSoAndNamesWhoItMayBe() {
        answers(Behind.CASES, PREVIEW, 200, Samples.foretold("null", "null"));

        var part = visitors.citizen().part("/phan-anh/xem-truoc", Map.of("text", "Cán bộ thô lỗ"));

        assertThat(part.text()).contains("Chưa chắc cơ quan nào", "Sở Nội vụ");
    }

    @Test
    void aPreviewThatIsNotToBeHadStopsNobody() {
        Behind.isAway(Behind.CASES);

        var part = visitors.citizen().part("/phan-anh/xem-truoc", Map.of("text", "Cán bộ thô lỗ"));

        assertThat(part.status()).isEqualTo(200);
        assertThat(part.text()).contains("Bạn vẫn gửi được");
    }

    @Test
    void theApiAsksTheRulesToo() {
        answers(Behind.CASES, PREVIEW, 200, Samples.foretold(SXD, "null"));

        assertThat(visitors.citizen().post(PREVIEW, Map.of()).status()).isEqualTo(200);
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(PREVIEW)));
    }

    @Test
    void theReceiptHasACodeToScanWithoutTheSecret() {
        answers(Behind.INTAKE, "/api/v1/complaints", 201, Samples.receipt());

        var receipt = visitors.citizen().post("/phan-anh", Map.of("text", "Cán bộ thô lỗ"));

        assertThat(receipt.page().select(".qr svg path").attr("d")).startsWith("M");
        assertThat(receipt.page().select("[data-sent]"))
                .as("the draft on the device ends")
                .hasSize(1);
    }

    @Test
    void everyScriptAndStyleOfTheFormIsThereAndKeptByTheBrowser() {
        var citizen = visitors.citizen();
        var page = citizen.get("/phan-anh").page();
        var assets = page.select("script[src], link[rel=stylesheet]").stream()
                .map(element -> element.attr("src") + element.attr("href"))
                .toList();

        assertThat(assets)
                .extracting(asset -> asset.replaceAll(".*/|-[0-9a-f]{32}", ""))
                .containsExactlyInAnyOrder(
                        "cong-vu.css", "htmx.min.js", "draft.js", "evidence.js", "proof.js", "cong-vu.js");
        for (var asset : assets) {
            var file = citizen.get(asset);
            assertThat(file.status()).as(asset).isEqualTo(200);
            assertThat(file.header("Cache-Control")).as(asset).contains("max-age=31536000");
        }
    }

    @Test
    void thePreviewLoadedAgainIsTheFormAsItBegins() {
        assertThat(visitors.citizen().get("/phan-anh/xem-truoc?lang=en").header("Location"))
                .endsWith("/phan-anh");
    }
}
