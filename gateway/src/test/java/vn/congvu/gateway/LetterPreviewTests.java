package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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

/** The apology letter is read before it goes out, without a script and without losing a word. */
@GatewayTest
class LetterPreviewTests {
    private static final String LETTERS = "/api/v1/apologies/preview";
    private static final String CASE = "/api/v1/cases/" + Samples.caseId();
    private static final String CASE_PAGE = "/staff/cases/" + Samples.caseId();
    private static final String DOSSIER = "/api/v1/dossiers/H53.25-260302-0001";
    private static final String DOSSIER_PAGE = "/staff/dossiers/H53.25-260302-0001";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
        says(Behind.CASES, CASE, Samples.caseFile("ACCEPTED", 4, "extend"));
        says(Behind.CASES, DOSSIER, Samples.dossier());
        Behind.NOTIFY.stubFor(post(urlPathEqualTo(LETTERS))
                .withHeader("Accept", containing("text/html"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html;charset=UTF-8")
                        .withHeader("Content-Security-Policy", "default-src 'none'; style-src 'sha256-x'")
                        .withBody("""
                                <!DOCTYPE html><html lang="vi"><head>
                                <meta name="viewport" content="width=device-width"><title>Thư xin lỗi</title></head>
                                <body><main><h1>Thư xin lỗi</h1><p>BẢN XEM TRƯỚC</p></main></body></html>""")));
    }

    @Test
    void anExtensionShowsItsLetterInATabOfItsOwnBeforeItIsMade() {
        answers(Behind.CASES, CASE + "/extend/preview", 200, """
                {"agency": {"code": "SXD", "name": "Sở Xây dựng"}, "head": "Giám đốc",
                 "previousDueAt": "2026-03-16T10:00:00Z", "dueAt": "2026-03-30T10:00:00Z"}""");
        var head = visitors.staff("head.sxd");
        var button = head.get(CASE_PAGE).page().selectFirst("#extend button[formaction]");
        assertThat(button.attr("formtarget")).isEqualTo("_blank");

        var letter = head.post(
                button.attr("formaction"), Map.of("version", "4", "reason", "Cần thêm camera.", "until", "2026-03-30"));

        assertThat(letter.status()).isEqualTo(200);
        assertThat(letter.text()).contains("BẢN XEM TRƯỚC");
        assertThat(letter.header("Content-Security-Policy")).contains("sha256-x");
        assertThat(letter.header("Cache-Control")).contains("no-store");
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(CASE + "/extend/preview"))
                .withRequestBody(matchingJsonPath("$.until", equalTo("2026-03-30"))));
        Behind.CASES.verify(0, postRequestedFor(urlPathEqualTo(CASE + "/extend")));
        Behind.NOTIFY.verify(postRequestedFor(urlPathEqualTo(LETTERS))
                .withRequestBody(matchingJsonPath("$.subject", equalTo("CASE")))
                .withRequestBody(matchingJsonPath("$.reason", equalTo("Cần thêm camera.")))
                .withRequestBody(matchingJsonPath("$.agencyName", equalTo("Sở Xây dựng")))
                .withRequestBody(matchingJsonPath("$.newDueAt", equalTo("2026-03-30T10:00:00Z"))));
    }

    @Test
    void aReasonThatNamesSomebodyIsSaidAndStaysInTheForm() {
        answers(Behind.CASES, CASE + "/extend/preview", 200, """
                {"agency": {"code": "SXD", "name": "Sở Xây dựng"},
                 "previousDueAt": "2026-03-16T10:00:00Z", "dueAt": "2026-03-30T10:00:00Z"}""");
        answers(Behind.NOTIFY, LETTERS, 400, Samples.refused("invalid", 400, "reason", "Hãy bỏ tên người"));

        var shown = visitors.staff("head.sxd")
                .post(CASE_PAGE + "/extend/letter", Map.of("version", "4", "reason", "Vì bà Trần Thị C"));

        assertThat(shown.status()).isEqualTo(400);
        assertThat(shown.text()).contains("Hãy bỏ tên người");
        assertThat(shown.page().selectFirst("#extend-reason").text()).isEqualTo("Vì bà Trần Thị C");
    }

    @Test
    void whatWouldRefuseTheExtensionRefusesItsLetter() {
        answers(
                Behind.CASES,
                CASE + "/extend/preview",
                422,
                "{\"type\": \"/problems/command-refused\", \"detail\": \"Đã gia hạn một lần.\"}");

        var shown = visitors.staff("head.sxd")
                .post(CASE_PAGE + "/extend/letter", Map.of("version", "4", "reason", "Cần thêm camera."));

        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.text()).contains("Đã gia hạn một lần.");
        Behind.NOTIFY.verify(0, postRequestedFor(urlPathEqualTo(LETTERS)));
        assertThat(visitors.staff("officer.sxd")
                        .post(CASE_PAGE + "/extend/letter", Map.of("version", "4", "reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNewDateOfADossierShowsItsLetterToo() {
        answers(Behind.CASES, DOSSIER + "/reschedule/preview", 200, """
                {"previousDueAt": "2026-03-23T10:00:00Z", "dueAt": "2026-03-30T10:00:00Z"}""");
        var head = visitors.staff("head.sxd");
        var button = head.get(DOSSIER_PAGE).page().selectFirst("button[formaction]");

        var letter = head.post(
                button.attr("formaction"), Map.of("version", "2", "reason", "Chờ đo đạc", "newDueOn", "2026-03-30"));

        assertThat(letter.text()).contains("BẢN XEM TRƯỚC");
        Behind.CASES.verify(0, postRequestedFor(urlPathEqualTo(DOSSIER + "/reschedule")));
        Behind.NOTIFY.verify(postRequestedFor(urlPathEqualTo(LETTERS))
                .withRequestBody(matchingJsonPath("$.subject", equalTo("DOSSIER")))
                .withRequestBody(matchingJsonPath("$.reference", equalTo("H53.25-260302-0001"))));

        answers(Behind.CASES, DOSSIER + "/reschedule/preview", 422, "{\"detail\": \"Đã hẹn lại một lần.\"}");
        var refused = head.post(
                DOSSIER_PAGE + "/reschedule/letter",
                Map.of("version", "2", "reason", "Chờ đo đạc", "newDueOn", "2026-03-30"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Đã hẹn lại một lần.");
        assertThat(refused.page().selectFirst("#reason").text()).isEqualTo("Chờ đo đạc");
    }
}
