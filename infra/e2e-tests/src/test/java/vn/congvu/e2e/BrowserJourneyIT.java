package vn.congvu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** Through the pages as people use them: a citizen on a phone, a head at a desk without scripts, everybody at the board. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf(value = "chromiumIsInstalled", disabledReason = "Chromium is not installed")
class BrowserJourneyIT {
    private static final String ANSWER = "Đã kiểm tra và nhắc nhở công chức tiếp nhận. Cảm ơn ông/bà đã phản ánh.";
    private static Browser browser;
    private static Page citizen;
    private static Page head;
    private static String reference;
    private static String accessCode;

    static boolean chromiumIsInstalled() {
        return Browser.installed().isPresent();
    }

    @BeforeAll
    static void start() {
        browser = Browser.start(Browser.installed().orElseThrow());
        citizen = browser.phone();
        head = browser.deskWithoutScripts();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    @Order(1)
    void aCitizenReportsOnAPhone() {
        citizen.navigate("/");
        Browser.look(citizen, "start-phone");
        citizen.navigate("/phan-anh");
        assertThat(citizen.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no horizontal scroll")
                .isEqualTo(true);
        Browser.look(citizen, "form-phone");

        citizen.locator("#text")
                .fill("Cán bộ một cửa cáu gắt khi tôi hỏi về giấy phép xây dựng. <script>alert(1)</script>");
        citizen.locator("#agency").fill("Sở Xây dựng");
        citizen.locator("button[type=submit]").first().click();

        assertThat(citizen.locator("#reference")).isVisible();
        reference = citizen.locator("#reference").textContent().replaceAll("[^0-9A-Z]", "");
        accessCode = citizen.locator("#access-code").textContent();
        Browser.look(citizen, "receipt-phone");
    }

    @Test
    @Order(2)
    void anEmptyReportKeepsThePersonOnTheForm() {
        var page = browser.phone();
        page.navigate("/phan-anh");
        page.locator("#agency").fill("Sở Y tế");
        page.locator("#report button[type=submit]").click();

        assertThat(page.locator("[role=alert]").first()).isVisible();
        assertThat(page.locator("#agency")).hasValue("Sở Y tế");
        Browser.look(page, "form-refused-phone");
    }

    @Test
    @Order(3)
    void theHeadFindsItInTheInboxAndAnswersWithoutScripts() {
        Api.awaitCase("head.sxd", reference, JsonNode::isObject);
        head.navigate("/staff/sign-in");
        Browser.look(head, "sign-in");
        head.locator("#username").fill("head.sxd");
        head.locator("#password").fill(Api.PASSWORD);
        head.locator("form button[type=submit]").last().click();
        head.navigate("/staff/cases");
        Browser.look(head, "inbox");

        head.navigate(
                "/staff/cases/" + Api.findCase("head.sxd", reference).path("id").asString());
        assertThat(head.locator("main")).containsText("<script>alert(1)</script>");
        Browser.look(head, "case");
        head.locator("#accept button[type=submit]").click();
        head.locator("#answer-answer").fill(ANSWER);
        head.locator("#finding-SUBSTANTIATED").check();
        head.locator("#measure-REMINDER").check();
        Browser.look(head, "case-accepted");
        head.locator("#answer button[type=submit]:not([formaction])").click();

        assertThat(head.locator("main")).containsText(ANSWER);
        Browser.look(head, "case-answered");
    }

    @Test
    @Order(4)
    void theCitizenReadsTheAnswer() {
        Api.await(
                () -> {
                    citizen.navigate("/tra-cuu");
                    citizen.locator("#reference").fill(reference);
                    citizen.locator("#accessCode").fill(accessCode);
                    citizen.locator("main form button[type=submit]").first().click();
                    return citizen.locator("main").textContent();
                },
                text -> text.contains(ANSWER));
        Browser.look(citizen, "tracking-phone");
    }

    @Test
    @Order(5)
    void everybodyReadsTheBoardAndHomeAffairsItsOverview() {
        var board = browser.darkDesk();
        board.navigate("/xin-loi");
        assertThat(board.locator("h1")).isVisible();
        Browser.look(board, "board-dark");

        var monitor = browser.deskWithoutScripts();
        Browser.signIn(monitor, "monitor");
        monitor.navigate("/staff/overview");
        assertThat(monitor.locator("h1")).isVisible();
        Browser.look(monitor, "overview");
    }
}
