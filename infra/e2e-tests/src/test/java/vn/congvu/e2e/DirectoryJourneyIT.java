package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.e2e.Told.complain;
import static vn.congvu.e2e.Told.history;
import static vn.congvu.e2e.Told.reference;
import static vn.congvu.e2e.Told.state;
import static vn.congvu.e2e.Told.tracking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens to open cases between agencies. */
class DirectoryJourneyIT {
    private static final String DIRECTORY = "/api/v1/directory";

    @Test
    void anOpenCaseMovesWithTheMergerOfItsAgencyOnce() {
        imported("agencies", """
                code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email
                E2ECU,Ban Quản lý bến xe cũ,,CENTRE,UBT,,,,,
                E2EMOI,Trung tâm Vận tải hợp nhất,,CENTRE,UBT,,,,,
                """);
        imported("offices", """
                agency,post,title,email,valid_from,valid_to
                E2ECU,HEAD,Trưởng ban Quản lý bến xe cũ,,,
                E2EMOI,HEAD,Giám đốc Trung tâm Vận tải hợp nhất,,,
                """);
        var receipt = Api.await(
                () -> Api.postRaw(
                        "/api/v1/complaints",
                        "{\"text\":\"Nhân viên bến xe quát mắng hành khách.\",\"kind\":\"CONDUCT\",\"agencyCode\":\"E2ECU\"}"
                                .getBytes(StandardCharsets.UTF_8),
                        null,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString())),
                answer -> answer.status() == 201);
        var open = Api.awaitCase("monitor", reference(receipt.json()), JsonNode::isObject);
        assertThat(agency(open)).isEqualTo("E2ECU");
        var due = Api.fullCase("monitor", reference(receipt.json())).path("dueAt");

        var lastDay = SuiteTime.today();
        var merger = Map.of(
                "version",
                1,
                "periods",
                List.of(Map.of(
                        "name",
                        "Ban Quản lý bến xe cũ",
                        "level",
                        "CENTRE",
                        "superior",
                        "UBT",
                        "validTo",
                        lastDay.toString(),
                        "successors",
                        List.of("E2EMOI"))));
        var foreseen = Api.put(DIRECTORY + "/agencies/E2ECU?preview=true", merger, "admin")
                .expect(200)
                .json();
        assertThat(foreseen.at("/effect/cases/moves").toString())
                .contains(reference(receipt.json()), "E2EMOI", "Giám đốc Trung tâm Vận tải hợp nhất");
        Api.put(DIRECTORY + "/agencies/E2ECU", merger, "admin").expect(200);
        SuiteTime.passTo(SuiteTime.openingAfter(lastDay));

        Api.awaitCase("monitor", reference(receipt.json()), seen -> agency(seen).equals("E2EMOI"));

        var moved = Api.fullCase("monitor", reference(receipt.json()));
        assertThat(moved.path("dueAt")).as("its clock is the same").isEqualTo(due);
        assertThat(Api.historyOf(moved))
                .filteredOn(line -> line.startsWith("Chuyển từ"))
                .hasSize(1);
        Api.await(
                () -> Api.track(receipt.json()),
                seen -> seen.path("agency").toString().contains("Trung tâm Vận tải hợp nhất"));
        var then = Api.get(DIRECTORY + "/agencies/E2ECU/as-of?on=" + lastDay, "monitor")
                .expect(200)
                .json();
        assertThat(then.path("inForce").asBoolean()).isTrue();
    }

    @Test
    void duplicatesAreAnsweredTogetherAndAWrongMergeIsUndone() {
        var kept = complain("SDTTG", "Cán bộ tiếp dân bắt người già chờ từ sáng đến trưa.");
        var same = complain("SDTTG", "Người già phải chờ cán bộ tiếp dân từ sáng đến trưa.");
        var other = complain("SDTTG", "Bảo vệ không cho gửi xe, nói năng khó nghe.");
        assertThat(Api.fullCase("triage", reference(same)).path("duplicates").toString())
                .as("suggested, not decided")
                .contains(reference(kept))
                .doesNotContain(reference(other));
        for (var receipt : List.of(same, other)) {
            Api.awaitCase("triage", reference(receipt), JsonNode::isObject);
            Api.command("triage", reference(receipt), "merge", Map.of("into", reference(kept)));
        }
        Api.command("triage", reference(other), "unmerge", Map.of());

        answer("head.sdttg", kept, "Sở đã chấn chỉnh bộ phận tiếp dân và xin lỗi ông/bà.");

        for (var receipt : List.of(kept, same)) {
            var seen = Api.await(() -> Api.track(receipt), t -> state(t).equals("ANSWERED"));
            assertThat(seen.path("answer").toString()).contains("chấn chỉnh bộ phận tiếp dân");
        }
        assertThat(state(Api.track(other)))
                .as("was separated again and waits for its own answer")
                .isNotEqualTo("ANSWERED");
        answer("head.sdttg", other, "Sở đã nhắc nhở bảo vệ.");
        var own = Api.await(() -> Api.track(other), t -> state(t).equals("ANSWERED"));
        assertThat(own.path("answer").toString()).contains("nhắc nhở bảo vệ").doesNotContain("chấn chỉnh");

        // whom the common answer does not satisfy gets one of their own
        tracking(same, "reopening", Map.of("reason", "Hôm nay vẫn phải chờ."));
        Api.awaitCase("head.sdttg", reference(same), seen -> state(seen).equals("REOPENED"));
        assertThat(state(Api.findCase("head.sdttg", reference(kept)))).isEqualTo("ANSWERED");
        answer("head.sdttg", same, "Sở đã bố trí quầy riêng cho người già.");
        Api.await(() -> Api.track(same), t -> t.path("answer").toString().contains("quầy riêng"));
        assertThat(Api.track(kept).path("answer").toString()).contains("chấn chỉnh");
    }

    @Test
    void aContentIsPassedOnOnceAndAfterFiveWorkingDaysOnlyByHomeAffairs() {
        var twice = complain("SKHCN", "Cổng thông tin của đơn vị sai số điện thoại.");
        var late = complain("SKHCN", "Cán bộ không trả lời điện thoại.");
        pass("head.skhcn", twice, "SGDDT");
        Api.awaitCase("head.sgddt", reference(twice), JsonNode::isObject);
        assertThat(Api.findCase("head.skhcn", reference(twice)).isMissingNode())
                .as("whoever passed it on does not have it any more")
                .isTrue();
        Api.command("head.skhcn", reference(late), "accept", Map.of());

        pass("head.sgddt", twice, "SKHCN");

        Api.awaitCase("triage", reference(twice), seen -> state(seen).equals("TRIAGE"));
        assertThat(Api.findCase("head.sgddt", reference(twice)).isMissingNode()).isTrue();
        assertThat(Api.findCase("head.skhcn", reference(twice)).isMissingNode()).isTrue();

        // nobody sorts it: the legal ceiling passes, and Home Affairs is told of its own
        SuiteTime.passUntil(reference(twice), "FORWARD", "BREACH", 0);
        assertThat(history(twice)).contains("Quá thời hạn chuyển đúng thẩm quyền.");
        var breaches = Api.get("/api/v1/overview", "monitor").expect(200).json().path("breaches");
        assertThat(breaches.valueStream())
                .anyMatch(breach -> breach.path("reference").asString().equals(reference(twice))
                        && breach.path("clock").asString().equals("FORWARD"));
        pass("head.skhcn", late, "SGDDT");
        Api.awaitCase("triage", reference(late), seen -> state(seen).equals("TRIAGE"));
        assertThat(history(late)).anyMatch(line -> line.contains("quá 5 ngày làm việc"));
        pass("triage", late, "SGDDT");
        Api.awaitCase("head.sgddt", reference(late), JsonNode::isObject);
        pass("triage", twice, "SKHCN");
        Api.awaitCase("head.skhcn", reference(twice), JsonNode::isObject);
    }

    private static void answer(String head, JsonNode receipt, String words) {
        Api.command(head, reference(receipt), "answer", Map.of("answer", words, "finding", "SUBSTANTIATED"));
    }

    private static void pass(String head, JsonNode receipt, String to) {
        Api.command(head, reference(receipt), "forward", Map.of("agencyCode", to, "reason", "Không thuộc thẩm quyền"));
    }

    private static void imported(String what, String csv) {
        var result = Api.postRaw(
                        DIRECTORY + "/import/" + what,
                        csv.getBytes(StandardCharsets.UTF_8),
                        "admin",
                        Map.of("Content-Type", "text/csv"))
                .expect(200)
                .json();
        assertThat(result.path("refused")).as(result.toString()).isEmpty();
    }

    private static String agency(JsonNode seen) {
        return seen.path("agency").path("code").asString();
    }
}
