package vn.congvu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Visitors;

@GatewayTest
class PublicPageTests {
    @Autowired
    Visitors visitors;

    @BeforeEach
    void lists() {
        Behind.reset();
    }

    @Test
    void theStartPageSaysWhatOneCanDo() {
        var page = visitors.citizen().get("/").page();

        assertThat(page.select("main a[href]").eachAttr("href"))
                .contains("/phan-anh", "/tra-cuu", "/xin-loi", "/thong-ke");
        assertThat(page.select("header a[href=/staff]")).hasSize(1);
    }

    @Test
    void englishIsChosenOnceAndKept() {
        var citizen = visitors.citizen();

        assertThat(citizen.get("/").page().selectFirst("html").attr("lang")).isEqualTo("vi");
        assertThat(citizen.get("/?lang=en").text()).contains("Report");
        assertThat(citizen.get("/phan-anh").page().selectFirst("h1").text()).isEqualTo("Send a report or suggestion");
    }

    @Test
    void everyPageCarriesTheSecurityHeaders() {
        var answer = visitors.citizen().get("/phan-anh");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void anUnknownPageIsExplained() {
        var answer = visitors.citizen().get("/khong-co");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().selectFirst("h1").text()).isEqualTo("Không tìm thấy trang");
    }

    @Test
    void theFormComesUpWithoutTheListsWhenTheCaseServiceIsAway() {
        Behind.isAway(Behind.CASES);

        var answer = visitors.citizen().get("/phan-anh");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("textarea[name=text]")).hasSize(1);
    }

    @Test
    void theFirstLoadOfTheFormIsSmall() {
        var citizen = visitors.citizen();
        var page = citizen.get("/phan-anh");
        int bytes = page.body().length();
        for (var asset :
                page.page().select("link[rel=stylesheet], link[rel=icon]").eachAttr("href")) {
            bytes += citizen.get(asset).body().length();
        }
        for (var script : page.page().select("script[src]").eachAttr("src")) {
            bytes += citizen.get(script).body().length();
        }

        assertThat(bytes).isLessThan(150_000);
    }

    @Test
    void aWrongMethodIsExplained() {
        assertThat(visitors.citizen().post("/xin-loi", Map.of()).status()).isEqualTo(405);
    }
}
