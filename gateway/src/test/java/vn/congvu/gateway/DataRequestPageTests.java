package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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

/** What reporters ask about their own data, behind their code, and the custodian's answer. */
@GatewayTest
class DataRequestPageTests {
    private static final String OWN_API = "/api/v1/tracking/data-requests";
    private static final String OWN_PAGE = "/tra-cuu/du-lieu";
    private static final String API = "/api/v1/data-requests";
    private static final String PAGE = "/staff/data-requests";
    private static final Map<String, String> CODE = Map.of("reference", "7K3F9QXM2D", "accessCode", "7K3F-9QXM2-D4R8T");

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void theReporterAsksAndWhatWasTypedSurvivesARefusal() {
        answers(Behind.INTAKE, OWN_API + "/list", 200, own(true, ""));
        answers(Behind.INTAKE, OWN_API, 422, Samples.refused("invalid-submission", 422, "phone", "Không đọc được số."));
        var citizen = visitors.citizen();
        assertThat(citizen.post(OWN_PAGE, CODE)
                        .page()
                        .select("input[name=accessCode]")
                        .eachAttr("value"))
                .containsOnly("7K3F-9QXM2-D4R8T");

        var refused = citizen.post(
                OWN_PAGE + "/yeu-cau",
                Map.of(
                        "reference", "7K3F9QXM2D",
                        "accessCode", "7K3F-9QXM2-D4R8T",
                        "kind", "CORRECTION",
                        "phone", "abc",
                        "name", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Không đọc được số.");
        assertThat(refused.page().selectFirst("#phone").val()).isEqualTo("abc");
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo(OWN_API)).withRequestBody(equalToJson("""
                        {"reference": "7K3F9QXM2D", "accessCode": "7K3F-9QXM2-D4R8T", "kind": "CORRECTION", "phone": "abc"}""", true, true)));

        answers(Behind.INTAKE, OWN_API, 201, own(true, request("OPEN", "ACCESS", "")));
        var asked = citizen.post(
                OWN_PAGE + "/yeu-cau",
                Map.of("reference", "7K3F9QXM2D", "accessCode", "7K3F-9QXM2-D4R8T", "kind", "ACCESS"));
        assertThat(asked.page().selectFirst("#requests").text()).contains("Xem dữ liệu của tôi", "Chờ trả lời");
        assertThat(asked.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theCopyIsShownOnceAskedForAndWithoutAnIdentityNothingIsToErase() {
        answers(
                Behind.INTAKE,
                OWN_API + "/list",
                200,
                own(false, request("DONE", "ACCESS", ", \"copyUntil\": \"2999-01-01T00:00:00Z\"")));
        answers(Behind.INTAKE, OWN_API + "/copy", 200, """
                {"reference": "7K3F9QXM2D", "receivedAt": "2026-03-02T02:00:00Z", "channel": "SMS", "name": "<i>Tên</i>",
                 "text": "Nội dung", "messages": [{"at": "2026-03-02T03:00:00Z", "channel": "WEB", "text": "Thêm"}], "files": [],
                 "identityOpenedCount": 1}""");
        var citizen = visitors.citizen();
        var list = citizen.post(OWN_PAGE, CODE).page();
        assertThat(list.select("form[action$=ban-sao]")).hasSize(1);
        assertThat(list.select("input[value=ERASURE]")).isEmpty();

        var copy = citizen.post(OWN_PAGE + "/ban-sao", CODE);

        assertThat(copy.text()).contains("<i>Tên</i>", "Nội dung", "Thêm", "Tin nhắn");
    }

    @Test
    void aWrongCodeLeadsBackToTheForm() {
        answers(
                Behind.INTAKE,
                OWN_API + "/list",
                404,
                Samples.refused("unknown-reference-or-code", 404, "x", "Sai mã"));

        var wrong = visitors.citizen().post(OWN_PAGE, CODE);

        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.page().select("form[action=/tra-cuu]")).isNotEmpty();
        assertThat(wrong.page().select("input[value=7K3F-9QXM2-D4R8T]"))
                .as("the code stays nowhere")
                .isEmpty();
    }

    @Test
    void theCustodianLooksAndAnswersAndWhoComesSecondSeesWhatWasAnswered() {
        says(Behind.INTAKE, API, "{\"items\": [" + request("OPEN", "CORRECTION", "") + "]}");
        says(Behind.INTAKE, API + "/r1", request("OPEN", "CORRECTION", ""));
        answers(Behind.INTAKE, API + "/r1/opening", 200, """
                {"reference": "7K3F9QXM2D", "now": {"name": "Tên cũ"}, "right": {"name": "Tên <b>đúng</b>"},
                 "viewer": "Người giữ danh tính (custodian)", "openedAt": "2026-03-02T02:00:00Z", "openedCount": 1}""");
        answers(Behind.INTAKE, API + "/r1/answer", 200, request("DONE", "CORRECTION", ""));
        var custodian = visitors.staff("custodian");
        assertThat(custodian.get(PAGE).page().select("main h3 a").attr("href")).isEqualTo(PAGE + "/r1");
        custodian.get(PAGE + "/r1");

        var opened = custodian.post(PAGE + "/r1/opening", Map.of());
        assertThat(opened.page().selectFirst("#identity").text()).contains("Tên cũ", "Tên <b>đúng</b>");
        assertThat(opened.page().selectFirst(".watermark").text()).contains("Người giữ danh tính (custodian)");
        assertThat(opened.header("Cache-Control")).contains("no-store");

        var answered = custodian.post(PAGE + "/r1/answer", Map.of("grant", "true", "text", "Đã sửa theo yêu cầu."));
        assertThat(answered.header("Location")).endsWith(PAGE + "/r1?done=answered");

        says(Behind.INTAKE, API + "/r1", request("REFUSED", "CORRECTION", ""));
        answers(Behind.INTAKE, API + "/r1/answer", 409, Samples.stale(request("REFUSED", "CORRECTION", "")));
        var late = custodian.post(PAGE + "/r1/answer", Map.of("grant", "true", "text", "Đã sửa theo yêu cầu."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Bị từ chối");
        assertThat(late.page().select("button[name=grant]")).isEmpty();
    }

    @Test
    void nobodyButTheCustodianHasThesePages() {
        for (var username :
                new String[] {"head.sxd", "operator", "admin", "auditor", "triage", "monitor", "inspector"}) {
            assertThat(visitors.staff(username).get(PAGE).status()).as(username).isEqualTo(403);
        }
    }

    private static String own(boolean kept, String requests) {
        return """
                {"reference": "7K3F9QXM2D", "identityKept": %s, "identityOpenedCount": 0, "requests": [%s]}""".formatted(kept, requests);
    }

    private static String request(String state, String kind, String more) {
        return """
                {"id": "r1", "reference": "7K3F9QXM2D", "kind": "%s", "receivedAt": "2026-03-02T02:00:00Z",
                 "dueAt": "2026-03-04T10:00:00Z", "state": "%s", "late": false%s}""".formatted(kind, state, more);
    }
}
