package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.e2e.Told.complain;
import static vn.congvu.e2e.Told.history;
import static vn.congvu.e2e.Told.reference;
import static vn.congvu.e2e.Told.referencesIn;
import static vn.congvu.e2e.Told.sms;
import static vn.congvu.e2e.Told.smsTo;
import static vn.congvu.e2e.Told.state;
import static vn.congvu.e2e.Told.tracking;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens after an answer, and to what is not answered here. */
class AnswerJourneyIT {
    @Test
    void whoIsNotSatisfiedSaysSoReopensOnceAndSilenceEndsTheCase() {
        var receipt = complain("SVHTTDL", "Bảo vệ nhà văn hóa đuổi trẻ em ra ngoài trời mưa.");
        var reference = reference(receipt);
        answer("head.svhttdl", reference, "Sở đã nhắc nhở bảo vệ.");
        Api.await(() -> Api.track(receipt), seen -> state(seen).equals("ANSWERED"));

        tracking(receipt, "rating", Map.of("solved", "NOT_SOLVED", "score", 1));
        Api.awaitCase("monitor", reference, seen -> seen.path("flagged").asBoolean());
        assertThat(history(receipt)).contains("Đánh giá: chưa được giải quyết; báo Sở Nội vụ.");

        tracking(receipt, "reopening", Map.of("reason", "Hôm nay vẫn bị đuổi."));
        Api.awaitCase("head.svhttdl", reference, seen -> state(seen).equals("REOPENED"));
        answer("head.svhttdl", reference, "Sở đã thay bảo vệ và xin lỗi các cháu.");
        Api.await(
                () -> Api.track(receipt), seen -> seen.path("answer").toString().contains("thay bảo vệ"));
        assertThat(Api.asked("monitor", reference, "reopen", Map.of("reason", "Lần nữa"))
                        .status())
                .as("once")
                .isEqualTo(422);

        SuiteTime.passUntil(reference, "REOPEN_WINDOW", "END", 0);
        assertThat(state(Api.findCase("monitor", reference))).isEqualTo("CLOSED");
        Api.await(() -> Api.track(receipt), seen -> state(seen).equals("CLOSED"));
    }

    @Test
    void whoReportsBySmsRatesAndReopensBySms() {
        var phone = "0903334445";
        sms(phone, "Can bo So Cong Thuong noi nang tho lo, bat nguoi dan cho ca buoi sang");
        var reference = Api.await(() -> smsTo(phone), texts -> texts.stream()
                        .anyMatch(text -> !referencesIn(text).isEmpty()))
                .stream()
                .flatMap(text -> referencesIn(text).stream())
                .findFirst()
                .orElseThrow();
        Api.awaitCase("head.sct", reference, JsonNode::isObject);
        // nobody is written to at night but in reply
        SuiteTime.passTo(SuiteTime.openingAfter(SuiteTime.today()));
        answer("head.sct", reference, "Da nhac nho can bo tiep dan.");
        Api.await(() -> smsTo(phone), texts -> texts.stream()
                .anyMatch(text -> text.contains("Da nhac nho can bo tiep dan") && text.contains("1-5")));

        sms(phone, "4");
        Api.await(
                () -> Api.fullCase("monitor", reference).path("rating"),
                rating -> rating.path("score").asInt() == 4);
        sms(phone, "CHUA XONG van bi cho ca buoi");
        Api.awaitCase("head.sct", reference, seen -> state(seen).equals("REOPENED"));
    }

    @Test
    void aDenunciationIsRecognisedExplainedAndHandedOver() {
        var receipt = Api.complain(
                Map.of(
                        "text",
                        "Tôi làm đơn tố cáo cán bộ địa chính, tôi có chứng cứ.",
                        "agencyCode",
                        "SNNMT",
                        "kind",
                        "CONDUCT"),
                "denunciation-1");
        var reference = reference(receipt);
        Api.awaitCase("triage", reference, seen -> state(seen).equals("TRIAGE"));
        assertThat(Api.findCase("head.snnmt", reference).isMissingNode()).isTrue();
        assertThat(history(receipt)).anyMatch(line -> line.contains("dấu hiệu tố cáo"));

        var advice = "Xin gửi đơn có chữ ký hoặc đến trực tiếp Thanh tra tỉnh.";
        Api.command(
                "triage",
                reference,
                "hand-over",
                Map.of("to", "Thanh tra tỉnh", "toEn", "Provincial Inspectorate", "advice", advice));

        var seen = Api.await(() -> Api.track(receipt), tracked -> state(tracked).equals("HANDED_OVER"));
        assertThat(seen.toString()).contains("Thanh tra tỉnh", advice);
        assertThat(seen.path("answer").isObject()).isFalse();
    }

    private static void answer(String head, String reference, String words) {
        Api.command(head, reference, "answer", Map.of("answer", words, "finding", "SUBSTANTIATED"));
    }
}
