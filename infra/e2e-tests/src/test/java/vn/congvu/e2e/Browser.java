package vn.congvu.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Chromium, where one is installed. Screenshots are build output, to be looked at. */
final class Browser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    static Browser start(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setHeadless(true)
                                .setArgs(FLAGS)));
    }

    /** A citizen's phone, with JavaScript. */
    Page phone() {
        return page(options().setViewportSize(390, 844).setIsMobile(true).setDeviceScaleFactor(2));
    }

    /** A desk in an office whose browser runs no scripts. */
    Page deskWithoutScripts() {
        return page(options().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    Page darkDesk() {
        return page(options().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
    }

    /** Somebody with a browser of their own. */
    BrowserContext visitor(int width, boolean dark) {
        var context = chromium.newContext(
                options().setViewportSize(width, 800).setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** An account of the dev stack, by the form. */
    static void signIn(Page page, String account) {
        page.navigate("/staff/sign-in");
        page.locator("#username").fill(account);
        page.locator("#password").fill(Api.PASSWORD);
        page.locator("form button[type=submit]").last().click();
    }

    /** Asked from outside each time: a wait inside the page would be refused by its content policy at its second look. */
    static boolean holds(Page page, String condition) {
        return (Boolean) page.evaluate(condition);
    }

    static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setBaseURL(RunningSuite.gateway().toString());
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
