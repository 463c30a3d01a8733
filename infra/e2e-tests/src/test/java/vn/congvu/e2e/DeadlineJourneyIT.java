package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.e2e.Told.apologies;
import static vn.congvu.e2e.Told.complain;
import static vn.congvu.e2e.Told.history;
import static vn.congvu.e2e.Told.mails;
import static vn.congvu.e2e.Told.reference;
import static vn.congvu.e2e.Told.state;
import static vn.congvu.e2e.Told.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of deadlines, as those see it who have them and those who wait. */
class DeadlineJourneyIT {
    private static final String CHAIR = "chutich@tayninh.example";
    private static final String SUPERIOR = "giamdoc.snv@tayninh.example";

    @Test
    void theWaitForTheReporterIsLeftOutOfTheLimit() {
        var receipt = complain("SVHTTDL", "Nhân viên thư viện tỉnh đóng cửa sớm một giờ.");
        Api.command("head.svhttdl", reference(receipt), "accept", Map.of());
        var before = due(receipt);
        Api.command("head.svhttdl", reference(receipt), "ask-citizen", Map.of("question", "Sự việc xảy ra ngày nào?"));
        var asked = Api.await(() -> Api.track(receipt), seen -> state(seen).equals("WAITING_FOR_REPORTER"));
        assertThat(asked.toString()).contains("Sự việc xảy ra ngày nào?");

        SuiteTime.passTo(SuiteTime.workingDaysAfter("SVHTTDL", SuiteTime.now().toInstant(), 3, List.of()));
        tracking(receipt, "messages", Map.of("text", "Chiều thứ Sáu tuần trước."));
        Api.awaitCase("head.svhttdl", reference(receipt), seen -> state(seen).equals("ACCEPTED"));

        var wait = Api.fullCase("monitor", reference(receipt)).path("questions").path(0);
        var pause = Map.of(
                "from", wait.path("askedAt").asString(),
                "to", wait.path("answeredAt").asString());
        var start =
                SuiteTime.instant(SuiteTime.clock(reference(receipt), "RESOLVE").path("startedAt"));
        assertThat(due(receipt))
                .as("ten working days without the wait")
                .isAfter(before)
                .isEqualTo(SuiteTime.workingDaysAfter("SVHTTDL", start, 10, List.of(pause)));
        assertThat(history(receipt)).contains("Đề nghị người phản ánh bổ sung; thời hạn tạm dừng.");
    }

    @Test
    void anExtensionIsReadBeforeItGoesOutThenApologisedForAndComesOnce() {
        var receipt = complain("STC", "Bộ phận một cửa đòi thêm giấy tờ ngoài quy định.");
        Api.command("head.stc", reference(receipt), "accept", Map.of());
        var before = due(receipt);
        var words = Map.of("reason", "Cần xác minh camera giám sát");

        var foretold = Api.command("head.stc", reference(receipt), "extend/preview", words);
        var letter = preview(Map.of(
                "subject",
                "CASE",
                "reference",
                reference(receipt),
                "agencyName",
                "Sở Tài chính",
                "reason",
                "Cần xác minh camera giám sát",
                "dueAt",
                foretold.path("previousDueAt").asString(),
                "newDueAt",
                foretold.path("dueAt").asString()));
        assertThat(letter).contains("BẢN XEM TRƯỚC", "SỞ TÀI CHÍNH", "camera giám sát");
        assertThat(due(receipt)).as("a preview changes nothing").isEqualTo(before);

        Api.command("head.stc", reference(receipt), "extend", words);

        assertThat(due(receipt)).isAfter(before).isEqualTo(SuiteTime.instant(foretold.path("dueAt")));
        var entry = Api.await(() -> apologies(reference(receipt)), found -> !found.isEmpty())
                .getFirst();
        assertThat(entry.path("kind").asString()).isEqualTo("EXTENSION");
        assertThat(Api.get("/api/v1/apologies/" + entry.path("id").asString() + "/letter", null)
                        .expect(200)
                        .body())
                .contains("GIA HẠN", "camera giám sát")
                .doesNotContain("BẢN XEM TRƯỚC");
        assertThat(Api.asked("head.stc", reference(receipt), "extend", Map.of("reason", "Lần nữa"))
                        .status())
                .as("at most once")
                .isEqualTo(422);
    }

    @Test
    void aDayOffThatIsAddedMovesOpenDeadlinesAndSaysSo() {
        var receipt = complain("TTPVHCC", "Máy lấy số hỏng cả tuần không ai sửa.");
        var before = due(receipt);
        var day = SuiteTime.workingDayFrom(SuiteTime.today().plusDays(2));
        var change = Map.of("kind", "off", "name", "Ngày truyền thống của tỉnh");
        var foreseen = Api.post("/api/v1/calendar/preview", Map.of("days", Map.of(day.toString(), change)), "admin")
                .expect(200)
                .json()
                .path("cases");
        assertThat(foreseen.path("moved").asInt()).isPositive();
        assertThat(foreseen.path("complete").asBoolean()).isTrue();

        Api.put("/api/v1/calendar/days/" + day, change, "admin").expect(200);

        var after = Api.await(() -> due(receipt), now -> now.isAfter(before));
        var start =
                SuiteTime.instant(SuiteTime.clock(reference(receipt), "RESOLVE").path("startedAt"));
        assertThat(after).isEqualTo(SuiteTime.workingDaysAfter("TTPVHCC", start, 10, List.of()));
        assertThat(history(receipt))
                .anyMatch(line -> line.startsWith("Tính lại thời hạn giải quyết") && line.contains("lịch làm việc"));
        var counted = Api.await(
                () -> Api.get("/api/v1/deadlines/recounts", "admin").expect(200).json(), runs -> runs.valueStream()
                        .filter(run -> run.path("because").asString().equals("CALENDAR"))
                        .allMatch(run -> run.path("state").asString().equals("DONE")));
        assertThat(counted.valueStream())
                .filteredOn(run -> run.path("because").asString().equals("CALENDAR")
                        && run.path("of").asString().equals("CASE"))
                .allMatch(run -> run.path("moved").asLong() > 0);
    }

    @Test
    void warningsTheBreachTheSuperiorAndTheChairComeInOrderAndOnceEach() {
        var receipt = complain("TTDVVL", "Cán bộ tư vấn việc làm thu tiền ngoài quy định.");
        var reference = reference(receipt);
        Api.command("head.ttdvvl", reference, "accept", Map.of());

        SuiteTime.passUntil(reference, "RESOLVE", "WARNING", 80);
        assertThat(announced(reference)).containsExactly("WARNING 50", "WARNING 80");
        assertThat(apologies(reference)).isEmpty();

        SuiteTime.passUntil(reference, "RESOLVE", "BREACH", 0);
        var missed = SuiteTime.instant(SuiteTime.clock(reference, "RESOLVE").path("dueAt"));
        Api.await(() -> apologies(reference), found -> found.size() == 1);
        assertThat(history(receipt)).doesNotContain("Báo người đứng đầu cơ quan cấp trên.");

        SuiteTime.passUntil(reference, "RESOLVE", "LADDER", 1);
        assertThat(SuiteTime.now().toInstant())
                .as("not before two working days after the breach")
                .isAfterOrEqualTo(SuiteTime.workingDaysAfter("TTDVVL", missed.minusSeconds(60), 2, List.of()));
        assertThat(history(receipt)).doesNotContain("Báo Chủ tịch Ủy ban nhân dân tỉnh.");
        Api.await(() -> mails(SUPERIOR, reference), found -> !found.isEmpty());
        assertThat(mails(CHAIR, reference)).isEmpty();

        SuiteTime.passUntil(reference, "RESOLVE", "LADDER", 2);
        assertThat(SuiteTime.now().toInstant())
                .as("not before five working days after the breach")
                .isAfterOrEqualTo(SuiteTime.workingDaysAfter("TTDVVL", missed.minusSeconds(60), 5, List.of()));

        assertThat(announced(reference))
                .containsExactly("WARNING 50", "WARNING 80", "WARNING 100", "BREACH 0", "LADDER 1", "LADDER 2");
        assertThat(history(receipt))
                .containsOnlyOnce("Báo người đứng đầu cơ quan cấp trên.", "Báo Chủ tịch Ủy ban nhân dân tỉnh.");
        Api.await(() -> mails(CHAIR, reference), found -> !found.isEmpty());
        assertThat(apologies(reference)).as("one apology for one miss").hasSize(1);

        Api.command(
                "head.ttdvvl",
                reference,
                "answer",
                Map.of("answer", "Đã trả lại tiền thu sai và phê bình cán bộ.", "finding", "SUBSTANTIATED"));
        var entry = Api.await(
                        () -> apologies(reference),
                        found -> found.getFirst().path("outcome").isObject())
                .getFirst();
        assertThat(entry.path("outcome").path("text").path("vi").asString()).contains("ngày làm việc");
        assertThat(entry.path("outcome").path("lateWorkingDays").asInt()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aDossierThatIsLateTwiceIsApologisedForTwiceAndTheChairIsTold() {
        var due = SuiteTime.workingDayFrom(SuiteTime.today().plusDays(10));
        var code = "H80.09-" + due.toString().replace("-", "") + "-0007";
        var fed = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "procedure",
                "Cấp đổi giấy chứng nhận quyền sử dụng đất",
                "agencyCode",
                "VPDKDD",
                "receivedAt",
                SuiteTime.now().toOffsetDateTime().toString(),
                "dueOn",
                due.toString(),
                "state",
                "received"));
        feed(fed);
        Api.post(
                        "/api/v1/dossiers/" + code + "/reschedule",
                        Map.of(
                                "version",
                                dossier(code).path("version").asLong(),
                                "newDueOn",
                                due.plusDays(7).toString(),
                                "reason",
                                "Phải đo đạc lại ranh giới thửa đất"),
                        "head.vpdkdd")
                .expect(200);
        var letter =
                Api.await(() -> apologies(code), found -> found.size() == 1).getFirst();
        assertThat(letter.path("kind").asString()).isEqualTo("RESCHEDULE");
        assertThat(Api.get("/api/v1/apologies/" + letter.path("id").asString() + "/letter", null)
                        .expect(200)
                        .body())
                .as("the agency directly above, not the province")
                .contains("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG");
        assertThat(mails(CHAIR, code)).isEmpty();

        SuiteTime.passTo(SuiteTime.instant(dossier(code).path("dueAt")));
        var both = Api.await(() -> apologies(code), found -> found.size() == 2);

        assertThat(both)
                .filteredOn(entry -> entry.path("kind").asString().equals("DOSSIER_LATE"))
                .singleElement()
                .matches(entry -> entry.path("repeated").asBoolean(), "is marked as repeated");
        assertThat(dossier(code).path("misses").asInt()).isEqualTo(2);
        Api.await(() -> mails(CHAIR, code), found -> !found.isEmpty());

        fed.put("state", "finished");
        fed.put("finishedAt", SuiteTime.now().toOffsetDateTime().toString());
        feed(fed);
        Api.await(() -> apologies(code), found -> found.stream()
                .allMatch(entry -> entry.path("outcome").isObject()));
        assertThat(apologies(code)).as("nothing is taken off the board").hasSize(2);
    }

    private static void feed(Map<String, Object> dossier) {
        var result = Api.put("/api/v1/dossiers", List.of(dossier), "admin")
                .expect(200)
                .json();
        assertThat(result.path("rejected")).as(result.toString()).isEmpty();
    }

    private static JsonNode dossier(String code) {
        return Api.get("/api/v1/dossiers/" + code, "head.vpdkdd").expect(200).json();
    }

    private static String preview(Map<String, ?> letter) {
        return Api.postRaw(
                        "/api/v1/apologies/preview",
                        new JsonMapper().writeValueAsString(letter).getBytes(StandardCharsets.UTF_8),
                        "head.stc",
                        Map.of("Accept", "text/html"))
                .expect(200)
                .body();
    }

    private static List<String> announced(String reference) {
        return SuiteTime.moments(reference, "RESOLVE").stream()
                .filter(moment -> moment.done() && moment.announced())
                .map(moment -> moment.kind() + " " + moment.number())
                .toList();
    }

    private static Instant due(JsonNode receipt) {
        return SuiteTime.instant(Api.fullCase("monitor", reference(receipt)).path("dueAt"));
    }
}
