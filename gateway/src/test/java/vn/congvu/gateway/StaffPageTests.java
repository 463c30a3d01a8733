package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.answers;
import static vn.congvu.gateway.testing.Behind.says;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.Visitors;

@GatewayTest
class StaffPageTests {
    private static final String PAGE = "/staff/cases/" + Samples.caseId();
    private static final String API = "/api/v1/cases/" + Samples.caseId();
    private static final String[] ALL = {
        "accept",
        "delegate",
        "ask-citizen",
        "forward",
        "extend",
        "answer",
        "merge",
        "split",
        "hand-over",
        "note",
        "reopen",
        "withdraw"
    };

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
        says(Behind.CASES, API + "/deadlines", Samples.deadlines());
    }

    @ParameterizedTest
    @CsvSource({
        "monitor, /staff/overview",
        "head.sxd, /staff/cases",
        "officer.sxd, /staff/cases",
        "triage, /staff/triage",
        "operator, /staff/operator",
        "custodian, /staff/identity-requests",
        "admin, /staff/admin"
    })
    void everyRoleHasItsHome(String username, String home) {
        assertThat(visitors.staff(username).get("/staff").header("Location")).endsWith(home);
    }

    @Test
    void anOfficersDraftStandsInTheHeadsForm() {
        says(Behind.CASES, "/api/v1/cases/" + Samples.caseId(), Samples.caseFile("ACCEPTED", 4, "answer", "draft"));
        answers(
                Behind.CASES,
                "/api/v1/cases/" + Samples.caseId() + "/draft",
                200,
                Samples.caseFile("ACCEPTED", 5, "answer", "draft"));
        var head = visitors.staff("head.sxd");

        var page = head.get("/staff/cases/" + Samples.caseId()).page();
        assertThat(page.selectFirst("#draft-of").text()).contains("Chuyên viên", "Chưa gửi cho người phản ánh");
        assertThat(page.selectFirst("#answer-answer").text()).isEqualTo("Công chức nhận sai.");
        assertThat(page.select("#finding-PARTLY_SUBSTANTIATED[checked], #measure-CRITICISM[checked]"))
                .hasSize(2);

        head.post(
                "/staff/cases/" + Samples.caseId() + "/draft",
                Map.of("version", "4", "answer", "Công chức nhận sai, xin lỗi."));
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo("/api/v1/cases/" + Samples.caseId() + "/draft"))
                .withRequestBody(matchingJsonPath("$.answer", equalTo("Công chức nhận sai, xin lỗi."))));
    }

    @Test
    void anOfficerLaysADraftBeforeTheHeadAndSendsNothing() {
        says(Behind.CASES, "/api/v1/cases/" + Samples.caseId(), Samples.caseFile("ACCEPTED", 4, "draft"));

        var form = visitors.staff("officer.sxd")
                .get("/staff/cases/" + Samples.caseId())
                .page()
                .selectFirst("#answer form");
        assertThat(form.attr("action")).endsWith("/draft");
        assertThat(form.select("button").eachText()).containsExactly("Trình người đứng đầu");
    }

    @Test
    void whoHasNoPageYetIsToldSo() {
        assertThat(visitors.staff("inspector").get("/staff").status()).isEqualTo(200);
    }

    @Test
    void theInboxCountsItsViews() {
        says(Behind.CASES, "/api/v1/cases", Samples.cases(Samples.row()));

        var page = visitors.staff("head.sxd").get("/staff/cases?view=overdue&q=mot+cua");

        assertThat(page.page().select("nav .views a").eachText())
                .extracting(name -> name.replaceAll(" [0-9]*$", ""))
                .containsExactly(
                        "Đang mở",
                        "Mới",
                        "Đến hạn hôm nay",
                        "Sắp đến hạn",
                        "Quá hạn",
                        "Chờ người dân",
                        "Dự thảo",
                        "Đã xong");
        assertThat(page.page().selectFirst(".views a[aria-current]").text()).isEqualTo("Quá hạn 1");
        assertThat(page.text()).contains("trễ 2 ngày", "<script>alert(1)</script>", "Cấp trên trả lời");
        assertThat(page.page().select(".pager a[href*=bmV4dA]")).hasSize(1);
        Behind.CASES.verify(getRequestedFor(urlPathEqualTo("/api/v1/cases"))
                .withQueryParam("view", equalTo("overdue"))
                .withQueryParam("q", equalTo("mot cua")));
    }

    @Test
    void anEmptyInboxSaysWhatThatMeans() {
        says(Behind.CASES, "/api/v1/cases", Samples.cases());

        var staff = visitors.staff("triage");
        assertThat(staff.get("/staff/triage").text()).contains("Không còn gì phải phân loại");
        assertThat(staff.get("/staff/cases?q=zzz").text()).contains("Không tìm thấy việc nào khớp");
    }

    @Test
    void aCaseShowsEverythingAndAFormForEachCommandAllowed() {
        says(Behind.CASES, API, Samples.caseFile("TRIAGE", 4, ALL));

        var page = visitors.staff("head.sxd").get(PAGE);

        for (var command : ALL) {
            assertThat(page.page().select("form[action=" + PAGE + "/" + command + "] input[name=version][value=4]"))
                    .as(command)
                    .hasSize(1);
        }
        assertThat(page.text())
                .contains(
                        "10 ngày làm việc, mặc định sản phẩm.",
                        "Người bị phản ánh là người đứng đầu",
                        "Thái độ, giao tiếp")
                .contains("Phường Tân Ninh", "Đất đai", "<script>alert(1)</script>");
    }

    @Test
    void onlyTheCommandsAllowedAreOffered() {
        says(Behind.CASES, API, Samples.caseFile("ASSIGNED", 1, "accept", "forward"));

        var page = visitors.staff("head.sxd").get(PAGE).page();

        assertThat(page.select("main form[method=post]")).hasSize(2);
    }

    @Test
    void aCaseIsWorthShowingWithoutItsTrace() {
        Behind.CASES.resetAll();
        says(Behind.CASES, API, Samples.caseFile("ASSIGNED", 1, "accept"));

        assertThat(visitors.staff("head.sxd").get(PAGE).status()).isEqualTo(200);
    }

    @Test
    void anAnswerIsSentWithItsFindingAndMeasures() {
        says(Behind.CASES, API, Samples.caseFile("ACCEPTED", 4, "answer"));
        answers(Behind.CASES, API + "/answer", 200, Samples.caseFile("ANSWERED", 5));
        var staff = visitors.staff("head.sxd");
        staff.get(PAGE);

        var sent = staff.post(
                PAGE + "/answer",
                Map.of(
                        "version",
                        "4",
                        "answer",
                        "Đã kiểm tra.",
                        "finding",
                        "SUBSTANTIATED",
                        "measures",
                        "CRITICISM",
                        "collectiveMeasures",
                        "LESSON_DRAWN"));

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).endsWith(PAGE + "?done=answer");
        assertThat(staff.get(PAGE + "?done=answer").text()).contains("Đã gửi trả lời cho người phản ánh.");
        Behind.CASES.verify(postRequestedFor(urlPathEqualTo(API + "/answer")).withRequestBody(equalToJson("""
                {"version": 4, "answer": "Đã kiểm tra.", "finding": "SUBSTANTIATED", "measures": ["CRITICISM"],
                 "collectiveMeasures": ["LESSON_DRAWN"]}""")));
    }

    @Test
    void aStalePageShowsThePresentStateAndKeepsWhatWasTyped() {
        says(Behind.CASES, API, Samples.caseFile("ACCEPTED", 4, "answer"));
        answers(Behind.CASES, API + "/answer", 409, Samples.stale(Samples.caseFile("ACCEPTED", 7, "answer")));
        var staff = visitors.staff("head.sxd");
        staff.get(PAGE);

        var shown = staff.post(
                PAGE + "/answer",
                Map.of(
                        "version",
                        "4",
                        "answer",
                        "Đã kiểm tra & xin lỗi.",
                        "finding",
                        "SUBSTANTIATED",
                        "measures",
                        "APOLOGY"));

        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.text()).contains("Hồ sơ vừa thay đổi, lệnh của bạn chưa được thực hiện");
        var form = shown.page().selectFirst("form[action=" + PAGE + "/answer]");
        assertThat(form.selectFirst("input[name=version]").val()).isEqualTo("7");
        assertThat(form.selectFirst("textarea").wholeText()).isEqualTo("Đã kiểm tra & xin lỗi.");
        assertThat(form.selectFirst("#finding-SUBSTANTIATED").hasAttr("checked"))
                .isTrue();
        assertThat(form.selectFirst("#measure-APOLOGY").hasAttr("checked")).isTrue();
        assertThat(form.closest("details").hasAttr("open")).isTrue();
    }

    @Test
    void aCommandThatIsNoLongerPossibleGivesTheWordsBack() {
        answers(Behind.CASES, API + "/answer", 409, Samples.stale(Samples.caseFile("ANSWERED", 7, "note")));
        var staff = visitors.staff("head.sxd");

        var shown =
                staff.post(PAGE + "/answer", Map.of("version", "4", "answer", "Một câu trả lời dài hơn hai mươi chữ."));

        assertThat(shown.page().selectFirst("#trouble").text())
                .contains("không còn thực hiện được", "Một câu trả lời dài hơn hai mươi chữ.");
    }

    @Test
    void aRefusedCommandSaysWhyAndKeepsWhatWasTyped() {
        says(Behind.CASES, API, Samples.caseFile("ACCEPTED", 4, "extend"));
        answers(
                Behind.CASES,
                API + "/extend",
                422,
                "{\"type\": \"/problems/command-refused\", \"detail\": \"Đã gia hạn một lần.\"}");

        var shown =
                visitors.staff("head.sxd").post(PAGE + "/extend", Map.of("version", "4", "reason", "Cần thêm camera."));

        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.text()).contains("Đã gia hạn một lần.");
        assertThat(shown.page().selectFirst("#extend-reason").text()).isEqualTo("Cần thêm camera.");
    }

    @Test
    void aCommandToAServiceThatIsAwayGivesTheWordsBack() {
        var staff = visitors.staff("head.sxd");
        Behind.isAway(Behind.CASES);

        var shown =
                staff.post(PAGE + "/answer", Map.of("version", "4", "answer", "Một câu trả lời dài hơn hai mươi chữ."));

        assertThat(shown.status()).isEqualTo(503);
        assertThat(shown.page().selectFirst("textarea[readonly]").text())
                .isEqualTo("Một câu trả lời dài hơn hai mươi chữ.");
    }

    @Test
    void anotherAgencysCaseIsNotFound() {
        assertThat(visitors.staff("head.sxd").get("/staff/cases/unknown").status())
                .isEqualTo(404);
        assertThat(visitors.staff("head.sxd").post(PAGE + "/destroy", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void evidenceIsADownloadAndNothingElse() {
        says(Behind.CASES, API, Samples.caseFile("ACCEPTED", 4));
        Behind.INTAKE.stubFor(get("/api/v1/complaints/" + Samples.caseId() + "/attachments/e1")
                .willReturn(
                        aResponse().withHeader("Content-Type", "image/svg+xml").withBody("<svg/>")));

        var staff = visitors.staff("head.sxd");
        var file = staff.get(PAGE + "/files/e1");

        assertThat(file.body()).isEqualTo("<svg/>");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(staff.get(PAGE + "/files/e2").status()).isEqualTo(404);
    }

    @Test
    void anOperatorWritesACallDown() {
        answers(Behind.INTAKE, "/api/v1/hotline/calls", 201, Samples.receipt());
        var operator = visitors.staff("operator");
        var key = operator.get("/staff/operator")
                .page()
                .selectFirst("input[name=key]")
                .val();

        var done = operator.post(
                "/staff/operator",
                Map.of(
                        "key",
                        key,
                        "text",
                        "Một cửa đóng sớm.",
                        "caller",
                        "0912345678",
                        "onBehalfOf",
                        "mẹ",
                        "agency",
                        "SNV"));

        assertThat(done.page().selectFirst("#access-code").text()).isNotBlank();
        Behind.INTAKE.verify(postRequestedFor(urlPathEqualTo("/api/v1/hotline/calls"))
                .withHeader("Idempotency-Key", equalTo(key))
                .withRequestBody(matchingJsonPath("$.caller", equalTo("0912345678")))
                .withRequestBody(matchingJsonPath("$.onBehalfOf", equalTo("mẹ")))
                .withRequestBody(matchingJsonPath("$.agencyCode", equalTo("SNV"))));
    }

    @Test
    void homeAffairsSeesWhoIsLateSinceWhen() {
        says(Behind.CASES, "/api/v1/overview", Samples.overview());

        var page = visitors.staff("monitor").get("/staff/overview");

        assertThat(page.page().selectFirst("#overdue").text()).isEqualTo("1");
        assertThat(page.page().selectFirst("#praise").text()).isEqualTo("21");
        assertThat(page.text()).contains("quá hạn từ 17:00, thứ Sáu 27/02/2026", "trễ 2 ngày");
        assertThat(page.page()
                        .selectFirst("td:has(.when:contains(đã báo cấp trên))")
                        .text())
                .isEqualTo("Báo Chủ tịch tỉnh lúc 17:00, thứ Sáu 06/03/2026 đã báo cấp trên thứ Hai 02/03/2026");
        assertThat(page.page().select("#pending")).as("everything is counted").isEmpty();
        assertThat(page.page().select("table:has(#breaches) tbody tr")).hasSize(1);
        assertThat(page.page().select("table:has(#by-agency) tbody tr")).hasSize(1);
        assertThat(visitors.staff("head.sxd").get("/staff/overview").status()).isEqualTo(403);
    }

    @Test
    void homeAffairsIsToldHowMuchIsNotCountedYet() {
        says(
                Behind.CASES,
                "/api/v1/overview",
                Samples.overview().replace("{\"asOf\"", "{\"pending\": 51234, \"asOf\""));

        var page = visitors.staff("monitor").get("/staff/overview");

        assertThat(page.page().selectFirst("#pending").text()).contains("còn 51.234 thay đổi chưa được tính");
    }

    @Test
    void homeAffairsIsLedToWhatReportersCallUnsolved() {
        says(Behind.CASES, "/api/v1/overview", Samples.overview());
        says(Behind.CASES, "/api/v1/cases", Samples.cases(Samples.row()));
        var monitor = visitors.staff("monitor");
        var tile = monitor.get("/staff/overview").page().selectFirst("a:has(#unsolved)");

        var listed = monitor.get(tile.attr("href"));

        assertThat(listed.page().select("ol.rows > li")).hasSize(1);
        Behind.CASES.verify(
                getRequestedFor(urlPathEqualTo("/api/v1/cases")).withQueryParam("view", equalTo("unsolved")));
    }

    @Test
    void aHeadApologisesAndReschedulesADossier() {
        var code = "H53.25-260302-0001";
        says(Behind.CASES, "/api/v1/dossiers", "{\"items\": [" + Samples.dossier() + "]}");
        says(Behind.CASES, "/api/v1/dossiers/" + code, Samples.dossier());
        answers(Behind.CASES, "/api/v1/dossiers/" + code + "/reschedule", 422, "{\"detail\": \"Đã quá muộn.\"}");
        var head = visitors.staff("head.sxd");

        assertThat(head.get("/staff/dossiers").page().select("a[href=/staff/dossiers/" + code + "]"))
                .hasSize(1);
        assertThat(head.get("/staff/dossiers/" + code).page().select("#newDueOn"))
                .hasSize(1);
        var refused = head.post(
                "/staff/dossiers/" + code + "/reschedule",
                Map.of("version", "2", "reason", "Chờ xác minh", "newDueOn", "2026-03-30"));
        assertThat(refused.text()).contains("Đã quá muộn.");
        assertThat(refused.page().selectFirst("#reason").text()).isEqualTo("Chờ xác minh");

        answers(Behind.CASES, "/api/v1/dossiers/" + code + "/reschedule", 200, Samples.dossier());
        var done = head.post(
                "/staff/dossiers/" + code + "/reschedule",
                Map.of("version", "2", "reason", "Chờ xác minh", "newDueOn", "2026-03-30"));
        assertThat(done.header("Location")).endsWith("/staff/dossiers/" + code + "?done");
        assertThat(visitors.staff("monitor")
                        .get("/staff/dossiers/" + code)
                        .page()
                        .select("#newDueOn"))
                .isEmpty();
    }

    @Test
    void theAdministratorKeepsAccountsAndReplaysParkedMessages() {
        says(Behind.CASES, "/api/v1/cases/parked", Samples.parked());
        says(Behind.INTAKE, "/api/v1/intake/parked", "{\"items\": []}");
        Behind.isAway(Behind.NOTIFY);
        answers(Behind.CASES, "/api/v1/cases/parked/cases.follow-complaints%3Ae1/replay", 202, "");
        var admin = visitors.staff("admin");

        var page = admin.get("/staff/admin");
        assertThat(page.text()).contains("head.sxd", "complaint.received.v1", "Không đọc được danh sách của notify");
        assertThat(page.body()).doesNotContain("argon2");
        assertThat(admin.get("/staff/admin?q=HEAD.SXD")
                        .page()
                        .select("tbody th")
                        .eachText())
                .containsExactly("head.sxd");
        assertThat(admin.get("/staff/admin?q=nobody").text()).contains("Không có tài khoản nào như vậy");

        var replayed = admin.post("/staff/admin/parked/cases", Map.of("id", "cases.follow-complaints:e1"));
        assertThat(replayed.header("Location")).endsWith("?done=replay");

        var refused = admin.post("/staff/admin/accounts", Map.of("username", "New One", "roles", "AUDITOR"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.page().selectFirst("#username").val()).isEqualTo("New One");
        assertThat(refused.page().selectFirst("#role-AUDITOR").hasAttr("checked"))
                .isTrue();
        var added = admin.post("/staff/admin/accounts", Map.of("username", "new.one", "roles", "AUDITOR"));
        assertThat(added.page().selectFirst("#invitation").text()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(admin.post("/staff/admin/accounts/new.one/invitation", Map.of())
                        .page()
                        .selectFirst("#invitation")
                        .text())
                .as("another code")
                .isNotEqualTo(added.page().selectFirst("#invitation").text());
        assertThat(admin.post("/staff/admin/accounts/new.one/disable", Map.of()).status())
                .isEqualTo(302);
    }

    @Test
    void everyStaffPageIsThereInEnglish() {
        says(Behind.CASES, "/api/v1/cases", Samples.cases(Samples.row()));
        says(Behind.CASES, "/api/v1/overview", Samples.overview());
        says(Behind.CASES, API, Samples.caseFile("TRIAGE", 4, ALL));
        says(Behind.CASES, "/api/v1/dossiers", "{\"items\": [" + Samples.dossier() + "]}");
        says(Behind.CASES, "/api/v1/dossiers/D1", Samples.dossier());
        for (var visit : Map.of(
                        "monitor", "/staff/overview /staff/cases /staff/dossiers /staff/dossiers/D1 " + PAGE,
                        "triage", "/staff/triage",
                        "operator", "/staff/operator",
                        "admin", "/staff/admin",
                        "inspector", "/staff /staff/sign-in /staff/sign-in/invitation /staff/account /staff/overview")
                .entrySet()) {
            var staff = visitors.staff(visit.getKey());
            staff.get("/staff/sign-in?lang=en");
            for (var path : visit.getValue().split(" ")) {
                assertThat(staff.get(path).page().selectFirst("html").attr("lang"))
                        .as(path)
                        .isEqualTo("en");
            }
        }
    }
}
