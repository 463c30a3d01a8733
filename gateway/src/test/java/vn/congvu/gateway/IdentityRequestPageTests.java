package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.answers;
import static vn.congvu.gateway.testing.Behind.says;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitors;

/** Asked with a reason, decided by somebody else, opened on one screen. */
@GatewayTest
class IdentityRequestPageTests {
    private static final String API = "/api/v1/identity-requests";
    private static final String PAGE = "/staff/identity-requests";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void aRequestIsSentWithItsReasonAndARefusalKeepsIt() {
        says(Behind.INTAKE, API, "{\"items\": [" + asked("REQUESTED", false, false) + "]}");
        answers(Behind.INTAKE, API, 400, Samples.refused("invalid", 400, "reason", "Hãy nêu lý do cụ thể."));
        var monitor = visitors.staff("monitor");
        assertThat(monitor.get(PAGE + "?reference=7K3F9QXM2D")
                        .page()
                        .selectFirst("#reference")
                        .val())
                .isEqualTo("7K3F9QXM2D");

        var refused = monitor.post(PAGE, Map.of("reference", "7K3F9QXM2D", "reason", "vì cần"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Hãy nêu lý do cụ thể.", "Chờ quyết định");
        assertThat(refused.page().selectFirst("#reason").text()).isEqualTo("vì cần");

        answers(Behind.INTAKE, API, 201, asked("REQUESTED", false, false));
        assertThat(monitor.post(PAGE, Map.of("reference", " 7K3F9QXM2D", "reason", "Cần xác minh nhân chứng."))
                        .header("Location"))
                .endsWith(PAGE + "/r1?done=asked");
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo(API))
                .withRequestBody(
                        equalToJson("{\"reference\": \"7K3F9QXM2D\", \"reason\": \"Cần xác minh nhân chứng.\"}")));
    }

    @Test
    void aCustodianDecidesAndWhoComesSecondSeesWhatWasDecided() {
        says(Behind.INTAKE, API + "/r1", asked("REQUESTED", true, false));
        answers(Behind.INTAKE, API + "/r1/decision", 200, asked("APPROVED", false, false));
        var custodian = visitors.staff("custodian");
        assertThat(custodian.get(PAGE + "/r1").page().select("button[name=approve]"))
                .hasSize(2);

        var decided = custodian.post(
                PAGE + "/r1/decision", Map.of("approve", "true", "reason", "Cần thiết cho việc xác minh."));
        assertThat(decided.header("Location")).endsWith(PAGE + "/r1?done=decided");

        says(Behind.INTAKE, API + "/r1", asked("REFUSED", false, false));
        answers(Behind.INTAKE, API + "/r1/decision", 409, Samples.stale(asked("REFUSED", false, false)));
        var late = custodian.post(PAGE + "/r1/decision", Map.of("approve", "true", "reason", "Cần thiết."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Đã từ chối");
        assertThat(late.page().select("button[name=approve]")).isEmpty();
    }

    @Test
    void whatIsOpenedIsShownOnceWithTheNameOfWhoLooks() {
        says(Behind.INTAKE, API + "/r1", asked("APPROVED", false, true));
        answers(Behind.INTAKE, API + "/r1/opening", 200, """
                {"reference": "7K3F9QXM2D", "name": "<b>Tên</b>", "phone": "+84912345678", "viewer": "Người giữ danh tính (custodian)",
                 "openedAt": "2026-03-02T02:00:00Z", "openedCount": 2}""");
        var custodian = visitors.staff("custodian");
        custodian.get(PAGE + "/r1");

        var opened = custodian.post(PAGE + "/r1/opening", Map.of());

        assertThat(opened.page().selectFirst("#identity").text()).contains("<b>Tên</b>", "+84912345678");
        assertThat(opened.page().selectFirst(".watermark").text()).contains("Người giữ danh tính (custodian)");
        assertThat(opened.header("Cache-Control")).contains("no-store");
        assertThat(opened.text()).contains("lần mở thứ 2");

        answers(
                Behind.INTAKE,
                API + "/r1/opening",
                410,
                Samples.refused("identity-grant-over", 410, "id", "Đã hết hạn."));
        custodian.get(PAGE + "/r1");
        assertThat(custodian.post(PAGE + "/r1/opening", Map.of()).text()).contains("Đã hết hạn.");
    }

    @Test
    void aFileAsItWasSentIsADownloadForTheCustodian() {
        says(Behind.INTAKE, API + "/r1", withAFile());
        Behind.INTAKE.stubFor(WireMock.post(urlPathEqualTo(API + "/r1/originals/f1/opening"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/octet-stream")
                        .withHeader("Content-Disposition", "attachment; filename=\"f1-original.jpg\"")
                        .withBody("as sent")));
        var custodian = visitors.staff("custodian");
        var page = custodian.get(PAGE + "/r1").page();
        assertThat(page.select("#originals form")).hasSize(1);
        assertThat(page.select("#anonymous")).hasSize(1);
        assertThat(page.select("form[action$=r1/opening]"))
                .as("there is no identity")
                .isEmpty();

        var file = custodian.post(PAGE + "/r1/originals/f1", Map.of());

        assertThat(file.body()).isEqualTo("as sent");
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"f1-original.jpg\"");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(visitors.staff("monitor")
                        .post(PAGE + "/r1/originals/f1", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFileThatIsGoneIsSaidOnThePage() {
        says(Behind.INTAKE, API + "/r1", withAFile());
        answers(
                Behind.INTAKE,
                API + "/r1/originals/f1/opening",
                410,
                Samples.refused("original-gone", 410, "id", "Hết thời hạn lưu."));
        var custodian = visitors.staff("custodian");
        custodian.get(PAGE + "/r1");

        var refused = custodian.post(PAGE + "/r1/originals/f1", Map.of());

        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text()).contains("Hết thời hạn lưu.");
    }

    @Test
    void whoAskedIsToldThatTheCustodianLooks() {
        says(Behind.INTAKE, API + "/r1", asked("APPROVED", false, false));
        var monitor = visitors.staff("monitor");

        var page = monitor.get(PAGE + "/r1").page();
        assertThat(page.selectFirst("#custodian-looks").text()).contains("Người giữ danh tính mở và xem");
        assertThat(page.select("form[action$=opening]")).isEmpty();
        assertThat(monitor.post(PAGE + "/r1/opening", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void nobodyElseHasThesePages() {
        for (var username : new String[] {"head.sxd", "operator", "admin", "auditor", "triage"}) {
            assertThat(visitors.staff(username).get(PAGE).status()).as(username).isEqualTo(403);
        }
        says(Behind.INTAKE, API, "{\"items\": []}");
        var custodian = visitors.staff("custodian");
        assertThat(custodian.get(PAGE + "?lang=en").text()).contains("There are no requests yet.");
        assertThat(custodian.post(PAGE, Map.of("reference", "7K3F9QXM2D")).status())
                .as("who decides does not ask")
                .isEqualTo(403);
    }

    private static String withAFile() {
        return asked("APPROVED", false, true)
                .replace("\"hasIdentity\": true", "\"hasIdentity\": false")
                .replace("[]", """
                        [{"id": "f1", "mediaType": "image/jpeg", "addedAt": "2026-03-02T02:00:00Z"}]""");
    }

    private static String asked(String state, boolean mayDecide, boolean mayOpen) {
        return """
                {"id": "r1", "reference": "7K3F9QXM2D", "requester": "Giám sát", "reason": "Cần xác minh nhân chứng.",
                 "requestedAt": "2026-03-02T02:00:00Z", "state": "%s", "openedCount": 0, "mayDecide": %s, "mayOpen": %s,
                 "hasIdentity": true, "originals": []}""".formatted(state, mayDecide, mayOpen);
    }
}
