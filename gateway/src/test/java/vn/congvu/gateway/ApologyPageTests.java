package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.says;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitors;

/** The public board as a page, its verification, and the page on which heads sign. */
@GatewayTest
class ApologyPageTests {
    private static final String BOARD = "/api/v1/apologies";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
        says(Behind.NOTIFY, BOARD, Samples.apologies());
        says(Behind.NOTIFY, BOARD + "/p1", Samples.apology());
        says(Behind.NOTIFY, BOARD + "/to-sign", Samples.toSign());
    }

    @Test
    void theBoardIsFilteredByFieldKindAndRepetition() {
        var page = visitors.citizen()
                .get("/xin-loi?linh-vuc=dat-dai&loai=DOSSIER_LATE&lap-lai=true")
                .page();

        assertThat(page.select("#loai option[selected]").eachAttr("value")).containsExactly("DOSSIER_LATE");
        assertThat(page.select("input[name=lap-lai][checked]")).hasSize(1);
        assertThat(page.select(".pager a").attr("href"))
                .contains("loai=DOSSIER_LATE", "lap-lai=true", "linh-vuc=dat-dai");
        Behind.NOTIFY.verify(getRequestedFor(urlPathEqualTo(BOARD))
                .withQueryParam("kind", equalTo("DOSSIER_LATE"))
                .withQueryParam("field", equalTo("dat-dai"))
                .withQueryParam("repeated", equalTo("true")));
        visitors.citizen().get("/xin-loi?loai=%7B%22%24ne%22%3A1%7D").page();
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        var first = visitors.citizen().get("/xin-loi/p1");

        assertThat(first.header("Cache-Control")).contains("no-cache").contains("private");
        assertThat(first.header("Vary")).contains("Cookie");
        assertThat(first.header("ETag")).isNotBlank();
    }

    @Test
    void theEntryOffersThePdfAndSaysWhetherACodeIsItsOwn() {
        var citizen = visitors.citizen();

        assertThat(citizen.get("/xin-loi/p1").page().select("a[href=/api/v1/apologies/p1/letter.pdf]"))
                .hasSize(1);
        assertThat(citizen.get("/xin-loi/p1").text())
                .contains("XL-7K3F9-QXM2D", "làm thất lạc hồ sơ")
                .doesNotContain("Mã xác minh khớp");
        assertThat(citizen.get("/xin-loi/p1?ma=xl-7k3f9-qxm2d").text()).contains("Mã xác minh khớp");
        assertThat(citizen.get("/xin-loi/p1?ma=7K3F9QXM2D").text()).contains("Mã xác minh khớp");
        assertThat(citizen.get("/xin-loi/p1?ma=XL-00000-00000").text()).contains("không phải của văn bản này");
    }

    @Test
    void aCodeFromPaperLeadsToItsEntryOrIsUnknown() {
        says(Behind.NOTIFY, BOARD + "/verification", Samples.apology());
        assertThat(visitors.citizen().get("/xin-loi/xac-minh?ma=XL-7K3F9-QXM2D").header("Location"))
                .endsWith("/xin-loi/p1?ma=XL-7K3F9-QXM2D");

        Behind.NOTIFY.stubFor(get(urlPathEqualTo(BOARD + "/verification"))
                .willReturn(aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"/problems/not-found\",\"status\":404}")));
        var unknown = visitors.citizen().get("/xin-loi/xac-minh?ma=XL-00000-00000");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("Không có văn bản nào mang mã này");
        assertThat(visitors.citizen().get("/xin-loi/xac-minh").status()).isEqualTo(200);
    }

    @Test
    void aHeadReadsSignsAndIsToldWhyNot() {
        var head = visitors.staff("head.sxd");
        var page = head.get("/staff/apologies");
        assertThat(page.text()).contains("Trễ hạn trả kết quả hồ sơ: H53.25-1", "Ký trước");

        Behind.NOTIFY.stubFor(post(urlPathEqualTo(BOARD + "/s1/sign"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(Samples.apology())));
        var signed = head.post(
                "/staff/apologies/s1/sign",
                Map.of("version", "0", "key", "k1", "name", "Lê Hồng Minh", "reason", "chờ đo đạc"));
        assertThat(signed.header("Location")).endsWith("/staff/apologies?signed=p1");
        Behind.NOTIFY.verify(postRequestedFor(urlPathEqualTo(BOARD + "/s1/sign"))
                .withHeader("Idempotency-Key", equalTo("k1"))
                .withHeader("Authorization", matching("Bearer .+"))
                .withRequestBody(matchingJsonPath("$.reason", equalTo("chờ đo đạc"))));

        Behind.NOTIFY.stubFor(post(urlPathEqualTo(BOARD + "/s1/sign"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(Samples.refused("invalid", 400, "reason", "Hãy bỏ tên người"))));
        var refused = head.post("/staff/apologies/s1/sign", Map.of("version", "0", "key", "k2", "reason", "bà C"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Hãy bỏ tên người");
        assertThat(refused.page().selectFirst("textarea").text()).isEqualTo("bà C");
    }

    @Test
    void onlyHeadsSign() {
        assertThat(visitors.staff("officer.sxd").get("/staff/apologies").status())
                .isEqualTo(403);
        assertThat(visitors.staff("monitor").get("/staff/apologies").status()).isEqualTo(403);
    }
}
