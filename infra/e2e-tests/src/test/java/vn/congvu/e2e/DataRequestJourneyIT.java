package vn.congvu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** A reporter's own data, asked for on a phone and answered by the custodian; and what the auditor sees of it afterwards. */
@EnabledIf(value = "chromiumIsInstalled", disabledReason = "Chromium is not installed")
class DataRequestJourneyIT {
    private static Browser browser;

    static boolean chromiumIsInstalled() {
        return Browser.installed().isPresent();
    }

    @BeforeAll
    static void start() {
        browser = Browser.start(Browser.installed().orElseThrow());
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void whoReportedCorrectsSeesAndErasesTheOwnDataAndTheAuditorSeesWhoLooked() {
        var begun = SuiteTime.now().toLocalDateTime().minusMinutes(1);
        var receipt = Api.complain(
                Map.of(
                        "text",
                        "Nộp hồ sơ ba lần vẫn bị trả lại.",
                        "reporter",
                        Map.of("name", "Tên viết nhầm", "phone", "0938 271 555")),
                UUID.randomUUID().toString());
        var citizen = ownData(receipt);
        citizen.locator("summary").nth(1).click();
        citizen.locator("#name").fill("Tên viết đúng");
        citizen.locator("input[value=CORRECTION] ~ button").click();
        assertThat(citizen.locator("#requests")).containsText("Chờ trả lời");
        Browser.look(citizen, "own-data-phone");

        var custodian = browser.deskWithoutScripts();
        Browser.signIn(custodian, "custodian");
        open(custodian, receipt, "CORRECTION");
        custodian.locator("form[action$=opening] button").click();
        assertThat(custodian.locator("#identity")).containsText("Tên viết nhầm");
        assertThat(custodian.locator("#right")).containsText("Tên viết đúng");
        Browser.look(custodian, "data-request-opened");
        answer(custodian, "Đã sửa theo yêu cầu của bạn.");

        ask(ownData(receipt), "ACCESS");
        open(custodian, receipt, "ACCESS");
        answer(custodian, "Bạn xem được bản sao trong bảy ngày.");
        citizen = ownData(receipt);
        citizen.locator("form[action$=ban-sao] button").click();
        assertThat(citizen.locator("#copy + .card")).containsText("Tên viết đúng");
        Browser.look(citizen, "own-data-copy-phone");

        ask(ownData(receipt), "ERASURE");
        open(custodian, receipt, "ERASURE");
        answer(custodian, "Danh tính của bạn đã được xóa.");
        Browser.look(custodian, "data-request-answered");
        citizen = ownData(receipt);
        assertThat(citizen.locator("main")).containsText("Không được giữ");
        assertThat(citizen.locator("#requests li")).hasCount(3);
        Browser.look(citizen, "own-data-erased-phone");

        auditorSees(begun, Told.reference(receipt));
    }

    private static void auditorSees(LocalDateTime begun, String reference) {
        var auditor = browser.deskWithoutScripts();
        Browser.signIn(auditor, "auditor");
        var until = SuiteTime.now().toLocalDateTime().plusMinutes(1);
        auditor.navigate("/staff/audit/breach?from=" + minute(begun) + "&to=" + minute(until) + "&actor=custodian");
        var row = auditor.locator("main tbody tr", new Page.LocatorOptions().setHasText(spoken(reference)));
        assertThat(row).containsText("danh tính");
        assertThat(row).containsText("custodian");
        Browser.look(auditor, "breach-report");
    }

    private static Page ownData(JsonNode receipt) {
        var page = browser.phone();
        page.navigate("/tra-cuu");
        page.locator("#reference").fill(Told.reference(receipt));
        page.locator("#accessCode").fill(receipt.path("accessCode").asString());
        page.locator("main form button[type=submit]").first().click();
        page.locator("form[action$=du-lieu] button").click();
        assertThat(page.locator("h1")).containsText(Told.reference(receipt));
        return page;
    }

    private static void ask(Page page, String kind) {
        page.locator("details:has(input[value=" + kind + "]) summary").click();
        page.locator("input[value=" + kind + "] ~ button").click();
        assertThat(page.locator("#requests")).containsText("Chờ trả lời");
    }

    private static void open(Page custodian, JsonNode receipt, String kind) {
        custodian.navigate("/staff/data-requests");
        custodian
                .locator(
                        "main h3 a[href*=" + kind + "]",
                        new Page.LocatorOptions().setHasText(spoken(Told.reference(receipt))))
                .click();
    }

    private static void answer(Page custodian, String text) {
        custodian.locator("#text").fill(text);
        custodian.locator("button[name=grant][value=true]").click();
        assertThat(custodian.locator("#state")).containsText("Đã thực hiện");
    }

    private static String minute(LocalDateTime moment) {
        return moment.toString().substring(0, "2026-01-01T00:00".length());
    }

    private static String spoken(String reference) {
        return reference.substring(0, 5) + "-" + reference.substring(5);
    }
}
