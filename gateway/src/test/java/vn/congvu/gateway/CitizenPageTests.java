package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.answers;
import static vn.congvu.gateway.testing.Behind.says;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitor.Answer;
import vn.congvu.gateway.testing.Visitors;

@GatewayTest
class CitizenPageTests {
    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String TEXT = "Cán bộ một cửa nói trống không, bắt tôi đi lại ba lần.";
    private static final Map<String, String> CODES =
            Map.of("reference", "7K3F9-QXM2D", "accessCode", "7K3F-9QXM2-D4R8T");

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void aReportGetsItsTwoCodes() {
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());
        var citizen = visitors.citizen();
        var key = citizen.get("/phan-anh").page().selectFirst("input[name=key]").val();

        var receipt = citizen.post("/phan-anh", Map.of("key", key, "text", TEXT, "agency", "so xay dung"));

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.page().selectFirst("#reference").text()).isEqualTo("7K3F9QXM2D");
        assertThat(receipt.page().selectFirst("#access-code").text()).isEqualTo("7K3F-9QXM2-D4R8T");
        assertThat(receipt.text()).contains("17:00, thứ Hai 16/03/2026");
        assertThat(receipt.header("Cache-Control")).contains("no-store");
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo(COMPLAINTS))
                .withHeader("Idempotency-Key", equalTo(key))
                .withRequestBody(matchingJsonPath("$.agencyCode", equalTo("SXD")))
                .withRequestBody(matchingJsonPath("$.text", equalTo(TEXT))));
    }

    @Test
    void aProofOfWorkGoesWithTheReportAndNonsenseDoesNot() {
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());
        var citizen = visitors.citizen();
        assertThat(citizen.get("/phan-anh").page().select("input[name=proof][data-proof]"))
                .hasSize(1);

        citizen.post("/phan-anh", Map.of("text", TEXT, "proof", "eyJudW1iZXIiOjF9"));
        var nonsense = citizen.post("/phan-anh", Map.of("text", TEXT, "proof", "a\r\nX-Other: 1"));

        assertThat(nonsense.status()).isEqualTo(200);
        Behind.INTAKE.verify(
                1,
                postRequestedFor(urlPathEqualTo(COMPLAINTS))
                        .withHeader("X-Proof-Of-Work", equalTo("eyJudW1iZXIiOjF9")));
        Behind.INTAKE.verify(
                1,
                postRequestedFor(urlPathEqualTo(COMPLAINTS))
                        .withoutHeader("X-Proof-Of-Work")
                        .withoutHeader("X-Other"));
    }

    @Test
    void anAgencyNobodyKnowsIsKeptInTheCitizensWords() {
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());

        visitors.citizen().post("/phan-anh", Map.of("text", TEXT, "agency", "ủy ban huyện cũ"));

        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo(COMPLAINTS))
                .withRequestBody(matchingJsonPath("$.agencyCode", equalTo("ủy ban huyện cũ"))));
    }

    @Test
    void anonymousMeansThatNothingAboutThePersonIsSent() {
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());

        visitors.citizen()
                .post(
                        "/phan-anh",
                        Map.of("text", TEXT, "anonymous", "true", "name", "Nguyễn Văn A", "phone", "0912345678"));

        var sent = Behind.INTAKE.getAllServeEvents().getFirst().getRequest().getBodyAsString();
        assertThat(sent).doesNotContain("Nguyễn").doesNotContain("0912345678").doesNotContain("reporter");
    }

    @Test
    void filesFollowTheReportAndALostOneIsNamed() {
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());
        answers(
                Behind.INTAKE,
                COMPLAINTS + "/7K3F9QXM2D/attachments",
                422,
                Samples.refused("x", 422, "file[1]", "Không nhận"));

        var receipt =
                visitors.citizen().postWithFile("/phan-anh", Map.of("text", TEXT), "ảnh <b>.png", new byte[] {1, 2});

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.page().selectFirst("#access-code").text()).isNotBlank();
        assertThat(receipt.text()).contains("Có tệp chưa lưu được").contains("ảnh <b>.png");
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo(COMPLAINTS + "/7K3F9QXM2D/attachments"))
                .withHeader("X-Access-Code", equalTo("7K3F-9QXM2-D4R8T")));
    }

    @Test
    void aRefusedReportKeepsEverythingTyped() {
        answers(
                Behind.INTAKE,
                COMPLAINTS,
                422,
                Samples.refused("invalid-submission", 422, "reporter.phone", "Số gọi không đúng."));

        var answer = visitors.citizen().post("/phan-anh", everything());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Số gọi không đúng.");
        assertThat(answer.page().selectFirst("#phone").attr("aria-invalid")).isEqualTo("true");
        kept(answer);
    }

    @Test
    void aReportThatCannotBeTakenNowKeepsEverythingTyped() {
        Behind.isAway(Behind.INTAKE);

        var answer = visitors.citizen().post("/phan-anh", everything());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(answer.text()).contains("Chưa gửi được lúc này");
        assertThat(answer.page().selectFirst("input[name=key]").val()).isEqualTo("the-key");
        kept(answer);
    }

    @Test
    void anEmptyReportIsAskedForOneSentence() {
        var answer = visitors.citizen().post("/phan-anh", Map.of("text", "  ", "agency", "Sở Xây dựng"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("dù chỉ một câu");
        assertThat(answer.page().selectFirst("#agency").val()).isEqualTo("Sở Xây dựng");
        assertThat(Behind.INTAKE.getAllServeEvents()).isEmpty();
    }

    @Test
    void anotherReportUnderAnOldKeyIsOfferedANewOne() {
        answers(Behind.INTAKE, COMPLAINTS, 422, "{\"type\": \"/problems/idempotency-key-reused\"}");

        var answer = visitors.citizen().post("/phan-anh", everything());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().selectFirst("input[name=key]").val()).isNotEqualTo("the-key");
        kept(answer);
    }

    @Test
    void aReportIsFollowedWithItsCodesInTheBodyOnly() {
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.tracked("WAITING_FOR_REPORTER", ""));

        var page = visitors.citizen().post("/tra-cuu", CODES);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().selectFirst("h1").text()).isEqualTo("Phản ánh 7K3F9QXM2D");
        assertThat(page.text()).contains("Cơ quan đang hỏi bạn", "Sở Xây dựng", "17:00, thứ Hai 16/03/2026");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.page().select("a[href*=D4R8T]")).isEmpty();
    }

    @Test
    void theReporterReadsHowTheDaysWereCounted() {
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.tracked("ASSIGNED", ""));
        says(Behind.CASES, "/internal/complaints/7K3F9QXM2D/deadline", """
                {"dueAt": "2026-03-16T10:00:00Z", "trace": [{"vi": "Không tính ngày nghỉ 07/03.", "en": "Not counted: 7 March."}]}""");

        assertThat(visitors.citizen()
                        .post("/tra-cuu", CODES)
                        .page()
                        .select("#why li")
                        .eachText())
                .containsExactly("Không tính ngày nghỉ 07/03.");
    }

    @Test
    void withoutTheReasonsThePageIsThereAllTheSame() {
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.tracked("ASSIGNED", ""));
        Behind.isAway(Behind.CASES);

        var page = visitors.citizen().post("/tra-cuu", CODES);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#why")).isEmpty();
        assertThat(page.text()).contains("Hạn tính bằng ngày làm việc");
    }

    @Test
    void whoTypedAPhoneIsToldWhatToSendFromIt() {
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.tracked("ASSIGNED", ""));
        var citizen = visitors.citizen();

        var receipt = citizen.post("/phan-anh", Map.of("text", TEXT, "phone", "0912345678"))
                .page();
        var tracked = citizen.post("/tra-cuu", CODES).page();

        for (var page : List.of(receipt, tracked)) {
            assertThat(page.selectFirst("#text-first").text()).contains("XN 7K3F9-QXM2D", "+842763000000");
            assertThat(page.selectFirst("#text-first a").attr("href"))
                    .isEqualTo("sms:+842763000000?body=XN%207K3F9-QXM2D");
        }
    }

    @Test
    void hostileWordsAreShownAsWords() {
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.answered());

        var page = visitors.citizen().post("/tra-cuu", CODES).page();

        assertThat(page.selectFirst("#report-text").wholeText())
                .contains("<script>alert(1)</script>", "{{7*7}}${7*7}[[1]]");
    }

    @Test
    void wrongCodesGetOneAnswer() {
        answers(Behind.INTAKE, "/api/v1/tracking", 404, "{\"type\": \"/problems/unknown-reference-or-code\"}");

        var page = visitors.citizen().post("/tra-cuu", CODES);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Không mở được phản ánh");
        assertThat(page.page().selectFirst("#reference").val()).isEqualTo("7K3F9-QXM2D");
        assertThat(page.page().selectFirst("#accessCode").val()).isEmpty();
    }

    @Test
    void whoGuessesTooFastIsToldToWaitAndKeepsTheWords() {
        for (var path : List.of("", "/messages")) {
            answers(
                    Behind.INTAKE,
                    "/api/v1/tracking" + path,
                    429,
                    "{\"type\": \"/problems/too-many-guesses\", \"detail\": \"Hãy chờ 8 giây.\"}");
        }
        var fields = new HashMap<>(CODES);
        fields.put("text", "Từ 14 giờ");

        assertThat(visitors.citizen().post("/tra-cuu", CODES).text())
                .contains("Hãy chờ 8 giây.")
                .doesNotContain("Không mở được phản ánh");
        var page = visitors.citizen().post("/tra-cuu/nhan-tin", fields);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Hãy chờ 8 giây.", "Từ 14 giờ");
    }

    @Test
    void theReporterWritesRatesReopensAndWithdraws() {
        var citizen = visitors.citizen();
        for (var deed : Map.of(
                        "nhan-tin", "messages", "danh-gia", "rating", "xem-lai", "reopening", "rut-lai", "withdrawal")
                .entrySet()) {
            answers(Behind.INTAKE, "/api/v1/tracking/" + deed.getValue(), 200, Samples.answered());
            var fields = new HashMap<>(CODES);
            fields.putAll(Map.of("text", "Thêm", "solved", "PARTLY", "score", "3", "reason", "Chưa rõ", "key", "k1"));

            var page = citizen.post("/tra-cuu/" + deed.getKey(), fields);

            assertThat(page.status()).as(deed.getKey()).isEqualTo(200);
            assertThat(page.page().select("[role=status]")).as(deed.getKey()).hasSize(1);
        }
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo("/api/v1/tracking/messages"))
                .withHeader("Idempotency-Key", equalTo("k1")));
    }

    @Test
    void aRefusedReopeningKeepsTheReason() {
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.answered());
        answers(
                Behind.INTAKE,
                "/api/v1/tracking/reopening",
                409,
                "{\"type\": \"/problems/x\", \"detail\": \"Đã quá hạn.\"}");
        var fields = new HashMap<>(CODES);
        fields.put("reason", "Trả lời chưa đúng chuyện tôi hỏi.");

        var page = visitors.citizen().post("/tra-cuu/xem-lai", fields);

        assertThat(page.text()).contains("Đã quá hạn.");
        assertThat(page.page().selectFirst("#reopen-reason").text()).isEqualTo("Trả lời chưa đúng chuyện tôi hỏi.");
    }

    @Test
    void theBoardAndItsEntriesAreOpenToAll() {
        says(Behind.NOTIFY, "/api/v1/apologies", Samples.apologies());
        says(Behind.NOTIFY, "/api/v1/apologies/p1", Samples.apology());
        var citizen = visitors.citizen();

        var board = citizen.get("/xin-loi?co-quan=SXD&tu=2026-01-01&den=kh%C3%B4ng&tim=dat+dai");
        var entry = citizen.get("/xin-loi/p1");

        assertThat(board.text()).contains("Sở Xây dựng", "trễ 3 ngày", "đã giải quyết");
        assertThat(board.page().select("a[href=/xin-loi/p1]")).hasSize(1);
        assertThat(entry.text())
                .contains(
                        "05/PXL-SXD",
                        "Đất đai",
                        "Giám đốc Sở Xây dựng",
                        "Đã giải quyết, chậm 3 ngày",
                        "Ngày đúng là 05/03.");
        assertThat(entry.page().select("a[href=/api/v1/apologies/p1/letter]")).hasSize(1);
        assertThat(citizen.get("/apologies/p1").header("Location")).endsWith("/xin-loi/p1");
    }

    @Test
    void theFiguresAreWrittenAsInVietnamese() {
        says(Behind.CASES, "/api/v1/statistics/agencies", Samples.league());

        var page = visitors.citizen().get("/thong-ke");

        assertThat(page.text()).contains("98,22 %", "37.000", "Sở Nội vụ", "Biểu dương", "1.500");
        assertThat(page.page().select("#league-table tbody tr")).hasSize(1);
    }

    @Test
    void aPageWhoseServiceIsAwaySaysSo() {
        Behind.isAway(Behind.NOTIFY);

        var answer = visitors.citizen().get("/xin-loi");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(answer.page().selectFirst("h1").text()).isEqualTo("Phần này đang tạm gián đoạn");
    }

    @Test
    void everyCitizenPageIsThereInEnglish() {
        says(Behind.NOTIFY, "/api/v1/apologies", Samples.apologies());
        says(Behind.NOTIFY, "/api/v1/apologies/p1", Samples.apology());
        says(Behind.CASES, "/api/v1/statistics/agencies", Samples.league());
        answers(Behind.INTAKE, "/api/v1/tracking", 200, Samples.answered());
        answers(Behind.INTAKE, COMPLAINTS, 201, Samples.receipt());
        var citizen = visitors.citizen();
        citizen.get("/?lang=en");

        for (var path :
                new String[] {"/", "/phan-anh", "/tra-cuu", "/xin-loi", "/xin-loi/p1", "/thong-ke", "/nowhere"}) {
            assertThat(citizen.get(path).page().selectFirst("html").attr("lang"))
                    .as(path)
                    .isEqualTo("en");
        }
        assertThat(citizen.post("/tra-cuu", CODES).text()).contains("Finding: Substantiated");
        assertThat(citizen.post("/phan-anh", Map.of("text", TEXT)).text()).contains("We have your report");
    }

    private static Map<String, String> everything() {
        return Map.of(
                "key", "the-key",
                "text", TEXT,
                "agency", "Sở Xây dựng",
                "kind", "CONDUCT",
                "misconduct", "ATTITUDE",
                "accusedPosition", "cán bộ tiếp nhận",
                "accusedHead", "true",
                "name", "Nguyễn Văn A",
                "phone", "123",
                "occurredOn", "2026-02-27");
    }

    private static void kept(Answer answer) {
        var page = answer.page();
        assertThat(page.selectFirst("#text").wholeText()).isEqualTo(TEXT);
        assertThat(page.selectFirst("#agency").val()).isEqualTo("Sở Xây dựng");
        assertThat(page.selectFirst("#kind-CONDUCT").hasAttr("checked")).isTrue();
        assertThat(page.selectFirst("#misconduct option[selected]").val()).isEqualTo("ATTITUDE");
        assertThat(page.selectFirst("#accusedPosition").val()).isEqualTo("cán bộ tiếp nhận");
        assertThat(page.selectFirst("#accusedHead").hasAttr("checked")).isTrue();
        assertThat(page.selectFirst("#name").val()).isEqualTo("Nguyễn Văn A");
        assertThat(page.selectFirst("#phone").val()).isEqualTo("123");
        assertThat(page.selectFirst("#occurredOn").val()).isEqualTo("2026-02-27");
    }
}
