package vn.congvu.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every page, as small and as large as it gets, light and dark: nothing cut off, nothing that only some people can use. */
@EnabledIf(value = "chromiumIsInstalled", disabledReason = "Chromium is not installed")
class PagesIT {
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> PUBLIC = List.of(
            "/",
            "/phan-anh",
            "/tra-cuu",
            "/xin-loi",
            "/thong-ke",
            "/khong-co-trang-nay",
            "/staff/sign-in",
            "/problems");

    private static Browser browser;
    private static String axe;

    static boolean chromiumIsInstalled() {
        return Browser.installed().isPresent();
    }

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(Browser.installed().orElseThrow());
        try (var script = PagesIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"320, true, vi", "1280, false, en"})
    void everybodysPagesAreForEverybody(int width, boolean dark, String language) {
        try (var visitor = browser.visitor(width, dark)) {
            visitor.newPage().navigate("/?lang=" + language);
            for (var path : PUBLIC) {
                check(visitor, path, "public" + path.replace('/', '-') + "-" + width);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "head.sxd, '/staff/cases /staff/cases?view=overdue /staff/dossiers /staff/news /staff/apologies /staff/admin'",
        "officer.sxd, '/staff/cases /staff/news'",
        "monitor, '/staff/overview /staff/overview/cases?tu=2026-01-01&den=2027-12-31 /staff/cases?view=closed /staff/calendar /staff/policies /staff/identity-requests"
                + " /staff/cases/no-such-case'",
        "custodian, '/staff/identity-requests /staff/data-requests'",
        "triage, '/staff/triage /staff/cases?q=khong-co-gi-ca'",
        "operator, /staff/operator",
        "admin, '/staff/admin /staff/calendar?day=2026-09-02 /staff/policies /staff/templates /staff/templates/case-assigned"
                + " /staff/directory /staff/directory/SXD'",
        "auditor, '/staff/audit /staff/audit/verification /staff/audit/breach /staff/account'",
        "inspector, '/staff /staff/identity-requests'"
    })
    void pagesOfTheOfficesFitAPhoneAndADesk(String username, String paths) {
        // one sign-in for both: their cookies tell no screen
        var signedIn = new ArrayList<Cookie>();
        for (int width : new int[] {320, 1280}) {
            try (var visitor = browser.visitor(width, width == 1280)) {
                visitor.addCookies(signedIn);
                // the longer language on the smaller screen
                visitor.newPage().navigate("/?lang=" + (width == 320 ? "vi" : "en"));
                if (signedIn.isEmpty()) {
                    signIn(visitor, username);
                    signedIn.addAll(visitor.cookies());
                }
                for (var path : paths.split(" ")) {
                    check(visitor, path, username + path.replaceAll("\\W", "-") + "-" + width);
                }
            }
        }
    }

    @Test
    void aCaseAndItsReceiptAreForEverybody() {
        try (var visitor = browser.visitor(320, false)) {
            var page = visitor.newPage();
            page.navigate("/phan-anh");
            page.locator("#text").fill("Cán bộ Sở Xây dựng nói trống không khi tôi hỏi về giấy phép xây dựng.");
            page.locator("#text").blur();
            page.locator("#foretold-agency").waitFor();
            assertThat(page.locator("#foretold-agency").textContent()).isEqualTo("Sở Xây dựng");
            check(page, "form-told-320");
            page.locator("#report > button[type=submit]").click();
            page.locator("#reference").waitFor();
            check(page, "receipt-320");
            var reference = page.locator("#reference").textContent().replaceAll("[^0-9A-Z]", "");
            var code = page.locator("#access-code").textContent();
            page.navigate("/tra-cuu?ma=" + reference);
            page.locator("#accessCode").fill(code);
            page.locator("main form button[type=submit]").first().click();
            page.locator("#state").waitFor();
            check(page, "tracking-320");
            Api.awaitCase("head.sxd", reference, JsonNode::isObject);
            signIn(visitor, "head.sxd");
            var path = "/staff/cases/"
                    + Api.findCase("head.sxd", reference).path("id").asString();
            check(visitor, path, "case-320");
        }
    }

    @Test
    void whoSortsHasEverythingOnOnePage() {
        var words = "Đi làm giấy tờ bị hẹn tới hẹn lui, không ai giải thích vì sao";
        for (var end : List.of(".", " cả.")) {
            var receipt = Api.complain(Map.of("text", words + end), "sorting-" + end.length());
            Api.awaitCase("triage", receipt.path("reference").asString(), JsonNode::isObject);
        }
        for (int width : new int[] {320, 1280}) {
            try (var visitor = browser.visitor(width, false)) {
                signIn(visitor, "triage");
                var page = visitor.newPage();
                page.navigate("/staff/triage");
                page.locator(".rows h2 a").last().click();
                page.locator("#beside").waitFor();
                check(page, "triage-desk-" + width);
            }
        }
    }

    /** A cheap phone on a slow line: what must come before anything is seen is one style sheet, named by the page itself. */
    @Test
    void theFormIsLightAndWaitsForOneStyleSheetOnly() {
        try (var visitor = browser.visitor(320, false)) {
            var page = visitor.newPage();
            page.navigate("/phan-anh");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            var bytes = ((Number)
                            page.evaluate(
                                    "[...performance.getEntriesByType('navigation'), "
                                            + "...performance.getEntriesByType('resource')].reduce((sum, each) => sum + each.transferSize, 0)"))
                    .longValue();
            System.out.println("First load of the citizen's form: " + bytes + " bytes");
            assertThat(bytes).isBetween(10_000L, 150_000L);
            assertThat(
                            page.evaluate(
                                    "performance.getEntriesByType('resource')"
                                            + ".filter(each => each.renderBlockingStatus === 'blocking').map(each => each.initiatorType)"))
                    .isEqualTo(List.of("link"));
        }
    }

    /** The whole way of a citizen in a browser that runs no scripts. */
    @Test
    void withoutScriptsACitizenIsToldWhoWillAnswerAndGetsTheReceipt() {
        var page = browser.deskWithoutScripts();
        page.navigate("/phan-anh");
        page.locator("#text").fill("Cán bộ Sở Y tế cáu gắt, không đeo thẻ.");
        page.locator("button[formaction='/phan-anh/xem-truoc']").click();
        assertThat(page.locator("#foretold-agency").textContent()).isEqualTo("Sở Y tế");
        assertThat(page.locator("#text").inputValue()).contains("không đeo thẻ");
        Browser.look(page, "form-told-without-scripts");
        page.locator("#report > button[type=submit]").click();
        assertThat(page.locator("#reference").textContent()).isNotBlank();
    }

    @Test
    void whatIsNotSentYetStaysOnTheDeviceWithoutThePerson() {
        try (var visitor = browser.visitor(390, false)) {
            var page = visitor.newPage();
            page.navigate("/phan-anh");
            page.locator("#text").fill("Một phản ánh viết dở.");
            page.locator("#name").fill("Tên Người Viết");
            page.locator("#draft").waitFor();
            page.navigate("/phan-anh");
            assertThat(page.locator("#text").inputValue()).isEqualTo("Một phản ánh viết dở.");
            assertThat(page.locator("#name").inputValue()).isEmpty();
            page.locator("#report > button[type=submit]").click();
            page.locator("#reference").waitFor();
            page.navigate("/phan-anh");
            assertThat(page.locator("#text").inputValue())
                    .as("sent, so forgotten")
                    .isEmpty();
        }
    }

    /** Nobody named himself: what the file itself may show is looked at by a custodian only, and the citizen sees that it was. */
    @Test
    void aFileIsOpenedAsItWasSentByTheCustodianToWhomItWasGranted() throws IOException {
        var sent = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", sent);
        try (var citizen = browser.visitor(390, false)) {
            var report = citizen.newPage();
            report.navigate("/phan-anh");
            report.locator("#text").fill("Cán bộ Sở Xây dựng nhận phong bì, tôi có ảnh.");
            report.locator("#files").setInputFiles(new FilePayload("anh.png", "image/png", sent.toByteArray()));
            report.locator("#report > button[type=submit]").click();
            report.locator("#reference").waitFor();
            var reference = report.locator("#reference").textContent().replaceAll("[^0-9A-Z]", "");
            var code = report.locator("#access-code").textContent();
            var reason = "Cần biết ảnh có bị sửa hay không.";
            var id = Api.post("/api/v1/identity-requests", Map.of("reference", reference, "reason", reason), "monitor")
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            Api.post(
                            "/api/v1/identity-requests/" + id + "/decision",
                            Map.of("approve", true, "reason", reason),
                            "custodian")
                    .expect(200);
            try (var visitor = browser.visitor(320, false)) {
                signIn(visitor, "custodian");
                var page = visitor.newPage();
                page.navigate("/staff/identity-requests/" + id);
                page.locator("#originals").waitFor();
                check(page, "custodian-originals-320");
                var file = page.waitForDownload(
                        () -> page.locator("#originals button").click());
                assertThat(Files.readAllBytes(file.path())).isEqualTo(sent.toByteArray());
                assertThat(file.suggestedFilename()).endsWith("-original.png");
            }
            report.navigate("/tra-cuu?ma=" + reference);
            report.locator("#accessCode").fill(code);
            report.locator("main form button[type=submit]").first().click();
            report.locator("#state").waitFor();
            assertThat(report.locator("main").textContent()).contains("1 lần");
        }
    }

    @Test
    void aHeadLooksAtThePicturesOfAReportOneAfterTheOther() throws IOException {
        var wide = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", wide);
        var high = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB), "png", high);
        String reference;
        try (var citizen = browser.visitor(390, false)) {
            var report = citizen.newPage();
            report.navigate("/phan-anh");
            report.locator("#text").fill("Sở Xây dựng để biển báo sai, có hai ảnh kèm theo.");
            report.locator("#agency").fill("Sở Xây dựng");
            report.locator("#files").setInputFiles(new FilePayload[] {
                new FilePayload("mot.png", "image/png", wide.toByteArray()),
                new FilePayload("hai.png", "image/png", high.toByteArray())
            });
            report.locator("#report > button[type=submit]").click();
            report.locator("#reference").waitFor();
            reference = report.locator("#reference").textContent().replaceAll("[^0-9A-Z]", "");
        }
        var path = "/staff/cases/"
                + Api.awaitCase("head.sxd", reference, JsonNode::isObject)
                        .path("id")
                        .asString();
        Api.await(
                () -> Api.get(path.replace("/staff", "/api/v1"), "head.sxd")
                        .expect(200)
                        .json(),
                found -> found.path("evidence").size() == 2);
        for (int width : new int[] {320, 1280}) {
            try (var visitor = browser.visitor(width, width == 320)) {
                signIn(visitor, "head.sxd");
                var page = visitor.newPage();
                page.navigate(path);
                page.locator("a[data-look]").first().click();
                assertThat(page.locator("#viewer-title").textContent()).endsWith("1 / 2");
                page.keyboard().press("ArrowRight");
                assertThat(page.locator("#viewer-title").textContent()).endsWith("2 / 2");
                page.locator("#viewer-turn").click();
                check(page, "evidence-viewer-" + width);
                page.keyboard().press("Escape");
                assertThat(page.locator("#viewer").isVisible()).isFalse();
            }
        }
    }

    @Test
    void aHeadWorksByKeyboard() {
        try (var visitor = browser.visitor(1280, false)) {
            signIn(visitor, "head.sxd");
            var page = visitor.newPage();
            page.navigate("/staff/cases?view=closed");
            page.keyboard().press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.keyboard().press("Escape");
            page.keyboard().press("Control+k");
            page.keyboard().type("dang mo");
            page.keyboard().press("Enter");
            page.waitForURL("**/staff/cases?view=inbox**");
        }
    }

    private static void signIn(BrowserContext visitor, String username) {
        var page = visitor.newPage();
        page.navigate("/staff/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill(Api.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/staff**");
        page.close();
    }

    private static void check(BrowserContext visitor, String path, String name) {
        var page = visitor.newPage();
        var said = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            // a page that is not there, or not for this office, is told so by its status, which the console repeats
            if (message.type().equals("error") && !message.text().matches(".*\\b40[34]\\b.*")) {
                said.add(message.text());
            }
        });
        page.navigate(path);
        check(page, name);
        assertThat(said).as("console of %s", path).isEmpty();
        page.close();
    }

    private static void check(Page page, String name) {
        Browser.look(page, name);
        assertSoftly(softly -> {
            softly.assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("horizontal scroll of %s", name)
                    .isEqualTo(0);
            page.evaluate(axe);
            softly.assertThat(page.evaluate(
                            // all rules look at everything; only what they find is described
                            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations'], selectors: false})"
                                    + ".then(r => r.violations.map("
                                    + "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3).join(' | ')))",
                            STANDARDS))
                    .as("accessibility of %s", name)
                    .isEqualTo(List.of());
        });
    }
}
