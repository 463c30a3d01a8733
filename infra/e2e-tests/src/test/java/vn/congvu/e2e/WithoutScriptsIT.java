package vn.congvu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A day at each desk of Home Affairs and of an agency, in a browser that runs no scripts. */
@EnabledIf(value = "chromiumIsInstalled", disabledReason = "Chromium is not installed")
class WithoutScriptsIT {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

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
    void aClerkTakesACallAndReadsOutTheReference() {
        var page = signedIn("operator");
        page.navigate("/staff/operator");
        page.locator("#text").fill("Người gọi kể: cán bộ phường không đeo thẻ, nói trống không.");
        page.locator("form:has(#text) > button[type=submit]").last().click();
        assertThat(page.locator("#reference")).isVisible(PATIENTLY);
        Browser.look(page, "operator-without-scripts");
    }

    @Test
    void whoeverSortsBringsAReportToAnAgency() {
        var receipt = Api.complain(Map.of("text", "Hỏi gì cũng bảo về đi, không rõ là ở đâu."), "sorted-by-hand");
        var reference = receipt.path("reference").asString();
        var found = Api.awaitCase("triage", reference, JsonNode::isObject);
        var page = signedIn("triage");
        page.navigate("/staff/cases/" + found.path("id").asString());
        page.locator("#forward-agency").selectOption("SXD");
        page.locator("#forward-reason").fill("Người phản ánh nói thêm là ở Sở Xây dựng.");
        page.locator("#forward button[type=submit]").click();
        assertThat(page.locator(".note.good")).isVisible(PATIENTLY);
        Browser.look(page, "triage-without-scripts");
        Api.awaitCase("head.sxd", reference, JsonNode::isObject);
    }

    @Test
    void aHeadReadsTheNewsOpensTheCaseAndWorksOnIt() {
        var receipt = Api.complain(
                Map.of("text", "Cán bộ Sở Tư pháp cáu gắt với người dân.", "agencyCode", "STP"), "news-of-a-head");
        var reference = receipt.path("reference").asString();
        Api.awaitCase("head.stp", reference, JsonNode::isObject);
        Api.await(() -> Api.get("/api/v1/notices/mine", "head.stp").body(), news -> news.contains(reference));
        var page = signedIn("head.stp");
        page.navigate("/staff/news");
        Browser.look(page, "news-without-scripts");
        var item = page.locator(
                ".news .unread",
                new Page.LocatorOptions().setHasText(reference.substring(0, 5) + "-" + reference.substring(5)));
        assertThat(item).isVisible(PATIENTLY);
        item.locator("button").click();
        assertThat(page.locator("#report-text"))
                .containsText("cáu gắt", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        page.locator("#accept button").click();
        assertThat(page.locator(".note.good")).isVisible(PATIENTLY);
        Browser.look(page, "case-accepted-without-scripts");
    }

    /** Each of these says something that only the service behind the page knows. */
    @ParameterizedTest
    @CsvSource({
        "monitor, /staff/overview, #open",
        "monitor, /staff/identity-requests, main h1",
        "custodian, /staff/identity-requests, main h1",
        "custodian, /staff/data-requests, main h1",
        "inspector, /staff/identity-requests, main h1",
        "auditor, /staff/audit, main table",
        "admin, /staff/calendar, .month",
        "admin, /staff/directory/SXD, main form"
    })
    void everyOfficeSeesItsPage(String account, String path, String shown) {
        var page = signedIn(account);
        page.navigate(path);
        assertThat(page.locator(shown).first()).isVisible(PATIENTLY);
        Browser.look(page, account + path.replaceAll("\\W", "-") + "-without-scripts");
    }

    private static Page signedIn(String account) {
        var page = browser.deskWithoutScripts();
        page.setDefaultTimeout(30_000);
        page.navigate("/staff/sign-in");
        page.locator("#username").fill(account);
        page.locator("#password").fill(Api.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
