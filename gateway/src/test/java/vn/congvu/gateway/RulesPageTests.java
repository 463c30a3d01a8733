package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
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
import vn.congvu.gateway.testing.RuleSamples;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitors;

/** Calendar, limits, messages and directory: shown, tried, changed, and never without what was typed. */
@GatewayTest
class RulesPageTests {
    private static final String CALENDAR = "/api/v1/calendar";
    private static final String POLICIES = "/api/v1/sla-policies";
    private static final String TEMPLATE = "/api/v1/templates/case-assigned";
    private static final String OFFICES = "/api/v1/directory/agencies/SXD/offices";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
        says(Behind.CASES, CALENDAR + "/days", RuleSamples.year());
        says(Behind.CASES, CALENDAR + "/changes", RuleSamples.changes());
        says(Behind.CASES, POLICIES, RuleSamples.policies());
        says(Behind.NOTIFY, "/api/v1/templates", "[" + RuleSamples.template() + "]");
        says(Behind.NOTIFY, TEMPLATE, RuleSamples.template());
        says(Behind.CASES, "/api/v1/directory/agencies", RuleSamples.agencies());
        says(Behind.CASES, "/api/v1/directory/agencies/SXD", RuleSamples.agency());
        says(Behind.CASES, OFFICES, RuleSamples.offices());
    }

    @Test
    void aYearIsSeenAtAGlance() {
        var page = visitors.staff("monitor").get("/staff/calendar?year=2026");

        assertThat(page.page().select("table.month")).hasSize(12);
        assertThat(page.page().selectFirst("td.off a").text()).isEqualTo("1, Nghỉ: Quốc tế Lao động");
        assertThat(page.page().selectFirst("td.work a").text()).startsWith("22, Làm việc");
        assertThat(page.page().select("form#day")).as("a monitor looks on").isEmpty();
        assertThat(page.text()).contains("Làm bù", "thứ Sáu 01/05/2026");
    }

    @Test
    void whatASwapWouldMoveIsShownBeforeItIsMade() {
        answers(Behind.CASES, CALENDAR + "/preview", 200, RuleSamples.effects());
        var swap = Map.of("kind", "off", "date", "2026-06-15", "swap", "2026-06-20", "name", "Hoán đổi", "basis", "");
        var admin = visitors.staff("admin");
        admin.get("/staff/calendar?day=2026-06-15");

        var tried = admin.post("/staff/calendar/preview", swap);
        assertThat(tried.text())
                .contains("2 trên 40 hồ sơ vụ việc", "7K3F9QXM2D", "16/03/2026", "3.800 hồ sơ TTHC chưa xem");
        Behind.CASES.verify(0, postRequestedFor(urlPathEqualTo(CALENDAR + "/changes")));

        answers(Behind.CASES, CALENDAR + "/changes", 200, "{\"version\": 9}");
        var made = admin.post("/staff/calendar", swap);
        assertThat(made.header("Location")).endsWith("/staff/calendar?day=2026-06-15&done=day");
        Behind.CASES.verify(
                postRequestedFor(urlPathEqualTo(CALENDAR + "/changes")).withRequestBody(equalToJson("""
                {"days": {"2026-06-15": {"kind": "off", "name": "Hoán đổi", "basis": ""},
                          "2026-06-20": {"kind": "work", "name": "Hoán đổi", "basis": ""}}}""")));
    }

    @Test
    void severalDaysBecomeOrdinaryAgainTogether() {
        answers(Behind.CASES, CALENDAR + "/preview", 200, RuleSamples.effects());
        var admin = visitors.staff("admin");
        admin.get("/staff/calendar");

        admin.post("/staff/calendar/preview", Map.of("kind", "ordinary", "date", "2026-06-15", "until", "2026-06-16"));

        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(CALENDAR + "/preview"))
                .withRequestBody(equalToJson("{\"days\": {\"2026-06-15\": {}, \"2026-06-16\": {}}}")));
    }

    @Test
    void aDayThatDoesNotExistIsSaidSoAndKept() {
        var admin = visitors.staff("admin");
        admin.get("/staff/calendar");

        var page = admin.post("/staff/calendar/preview", Map.of("kind", "off", "date", "31/06", "name", "Ngày lạ"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("Hãy chọn một ngày có thật");
        assertThat(page.page().selectFirst("#name").val()).isEqualTo("Ngày lạ");
        assertThat(admin.post(
                                "/staff/calendar/preview",
                                Map.of("kind", "off", "date", "2026-06-15", "until", "2027-06-15"))
                        .text())
                .contains("không quá 31 ngày");
    }

    @Test
    void aNewVersionOfTheLimitsIsTypedOverTheLatest() {
        answers(Behind.CASES, POLICIES + "/preview", 200, RuleSamples.effects());
        var admin = visitors.staff("admin");
        var form = admin.get("/staff/policies").page();
        assertThat(form.selectFirst("#limit-0").val()).isEqualTo("10");
        assertThat(form.selectFirst("#limit-1").val()).isEqualTo("2.5");

        var tried = admin.post("/staff/policies", RuleSamples.typedPolicy("12", "preview"));
        assertThat(tried.text()).contains("2 trên 40 hồ sơ vụ việc", "Phiên bản này chỉ dùng cho hồ sơ mới");
        assertThat(tried.page().selectFirst("#limit-0").val()).isEqualTo("12");

        answers(
                Behind.CASES,
                POLICIES,
                201,
                RuleSamples.policies().strip().substring(1).replaceFirst("]$", ""));
        assertThat(admin.post("/staff/policies", RuleSamples.typedPolicy("12", "make"))
                        .header("Location"))
                .endsWith("/staff/policies?done=version");
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(POLICIES))
                .withRequestBody(matchingJsonPath("$.limits[0].limit.workingDays", equalTo("12")))
                .withRequestBody(matchingJsonPath("$.limits[1].limit.workingTime", equalTo("PT2H30M")))
                .withRequestBody(matchingJsonPath("$.limits[0].severity", equalTo("HIGH")))
                .withRequestBody(matchingJsonPath("$.effectiveFrom", equalTo("2026-07-01T00:30:00Z"))));
    }

    @Test
    void aLimitThatIsNoNumberOrOfAnOlderVersionIsNotSent() {
        var admin = visitors.staff("admin");
        admin.get("/staff/policies");

        var noNumber = admin.post("/staff/policies", RuleSamples.typedPolicy("mười", "make"));
        assertThat(noNumber.status()).isEqualTo(400);
        assertThat(noNumber.page().selectFirst("#limit-0").val()).isEqualTo("mười");

        says(Behind.CASES, POLICIES, RuleSamples.policies().replace("SLA-2", "SLA-3"));
        assertThat(admin.post("/staff/policies", RuleSamples.typedPolicy("12", "make"))
                        .text())
                .contains("Vừa có phiên bản SLA-3");
        Behind.CASES.verify(0, postRequestedFor(urlPathEqualTo(POLICIES)));
    }

    @Test
    void wordsAreTriedWithTheirNumberOfSmsParts() {
        answers(Behind.NOTIFY, TEMPLATE + "/preview", 200, RuleSamples.previews());
        var admin = visitors.staff("admin");
        assertThat(admin.get("/staff/templates").text()).contains("Phản ánh đã đến cơ quan giải quyết");
        var form = admin.get("/staff/templates/case-assigned").page();
        assertThat(form.select("code").eachText()).contains("{{reference}}");

        var typed = Map.of(
                "_csrf", form.selectFirst("#texts input[name=_csrf]").val(),
                "vi.sms", "Chào {{reference}}",
                "en.sms", "Hello",
                "vi.email", "Dòng một\r\nDòng hai");
        var live = admin.part("/staff/templates/case-assigned/preview", typed);
        assertThat(live.text()).contains("2 phần SMS, 88 ký tự", "chỉ chứa 70 ký tự", "khoảng 700 đồng");
        assertThat(live.body()).doesNotContain("<html");
        Behind.NOTIFY.verify(postRequestedFor(urlPathEqualTo(TEMPLATE + "/preview"))
                .withRequestBody(matchingJsonPath("$.vi.email", equalTo("Dòng một\nDòng hai"))));
    }

    @Test
    void wordsThatSomebodyElseChangedMeanwhileAreKept() {
        Behind.NOTIFY.stubFor(put(urlPathEqualTo(TEMPLATE))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(Samples.refused("stale", 409, "version", "Đã đổi."))));
        var admin = visitors.staff("admin");
        admin.get("/staff/templates/case-assigned");

        var page = admin.post(
                "/staff/templates/case-assigned", Map.of("step", "save", "version", "2", "vi.sms", "Lời của tôi"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Người khác vừa sửa mẫu này");
        assertThat(page.page().selectFirst("#vi-sms").text()).isEqualTo("Lời của tôi");
        assertThat(page.page().selectFirst("input[name=version]").val())
                .as("the next save is over what is in force now")
                .isEqualTo("3");
    }

    @Test
    void anActingHeadIsTriedAndSaved() {
        Behind.CASES.stubFor(put(urlPathEqualTo(OFFICES))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(RuleSamples.offices())));
        var admin = visitors.staff("admin");
        assertThat(admin.get("/staff/directory?q=xay+dung").text()).contains("Sở Xây dựng", "1 cơ quan");
        assertThat(admin.get("/staff/directory?q=khong+co").text()).contains("Không có cơ quan nào như vậy");
        admin.get("/staff/directory/SXD");

        var typed = Map.of(
                "version", "4",
                "offices[0].post", "ACTING_HEAD",
                "offices[0].title", "Phó Giám đốc phụ trách",
                "offices[0].leave", "2026-02-09/2026-02-13",
                "offices[1].post", "DEPUTY",
                "offices[1].title", " ",
                "step", "preview");
        var tried = admin.post("/staff/directory/SXD", typed);

        assertThat(tried.text())
                .contains("3 trên 12.500 hồ sơ đang mở đổi người trả lời", "mới xem 12.500 trên 90.000 hồ sơ đang mở");
        Behind.CASES.verify(putRequestedFor(urlPathEqualTo(OFFICES))
                .withQueryParam("preview", equalTo("true"))
                .withRequestBody(equalToJson("""
                        {"version": 4, "offices": [{"post": "ACTING_HEAD", "title": "Phó Giám đốc phụ trách",
                          "leave": [{"from": "2026-02-09", "to": "2026-02-13"}]}]}""")));
    }

    @Test
    void everyRulesPageIsThereInEnglish() {
        var admin = visitors.staff("admin");
        admin.get("/staff/sign-in?lang=en");
        for (var path : new String[] {
            "/staff/calendar",
            "/staff/policies",
            "/staff/templates",
            "/staff/templates/case-assigned",
            "/staff/directory",
            "/staff/directory/SXD"
        }) {
            assertThat(admin.get(path).page().selectFirst("html").attr("lang"))
                    .as(path)
                    .isEqualTo("en");
        }
    }

    @Test
    void whoKeepsTheRulesIsTheAdministratorAlone() {
        for (var path : new String[] {"/staff/templates", "/staff/directory", "/staff/templates/case-assigned"}) {
            assertThat(visitors.staff("monitor").get(path).status()).as(path).isEqualTo(403);
        }
        for (var path : new String[] {"/staff/calendar", "/staff/policies"}) {
            assertThat(visitors.staff("head.sxd").get(path).status()).as(path).isEqualTo(403);
        }
        var monitor = visitors.staff("monitor");
        monitor.get("/staff/overview");
        assertThat(monitor.post("/staff/calendar", Map.of("date", "2026-06-15")).status())
                .isEqualTo(403);
    }
}
