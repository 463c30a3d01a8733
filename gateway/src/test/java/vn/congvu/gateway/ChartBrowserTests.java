package vn.congvu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.congvu.gateway.testing.Behind.says;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Samples;
import vn.congvu.gateway.testing.TestAccounts;
import vn.congvu.gateway.testing.Visitors;

/** Charts in a real browser, under the content policy: something is drawn, in the colours of the page, from the table beside it. */
@GatewayTest
class ChartBrowserTests {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final double PATIENCE = 30_000;

    private static Playwright playwright;
    private static Browser chromium;

    private final List<String> complaints = new ArrayList<>();

    @Autowired
    Visitors visitors;

    @BeforeAll
    static void openBrowser() {
        Optional<Path> executable = PLACES.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(executable.isPresent(), "there is no Chromium here");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
            playwright.close();
        }
    }

    @BeforeEach
    void services() {
        Behind.reset();
        says(Behind.CASES, "/api/v1/statistics/agencies", Samples.league());
        says(Behind.CASES, "/api/v1/overview", Samples.overview());
        says(Behind.CASES, "/api/v1/overview/trends", Samples.trends());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePublicFiguresAreDrawnInTheColoursOfThePage(ColorScheme scheme) {
        var page = page(scheme, 390);
        page.navigate("/thong-ke");

        for (var table : List.of("league-table", "months-table")) {
            awaitDrawn(page, table, "brand");
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("horizontal scroll")
                .isEqualTo(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theWeeksOfHomeAffairsAreDrawnWithWhatCameInTimeAndLate() {
        var page = page(ColorScheme.LIGHT, 1280);
        page.navigate("/staff/sign-in");
        page.locator("#username").fill("monitor");
        page.locator("#password").fill(TestAccounts.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/staff/overview");

        for (var colour : List.of("good", "late")) {
            awaitDrawn(page, "weeks-table", colour);
        }
        assertThat(complaints).isEmpty();
    }

    private Page page(ColorScheme scheme, int width) {
        var page = chromium.newContext(new Browser.NewContextOptions()
                        .setBaseURL(visitors.address().toString())
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setLocale("vi-VN"))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /**
     * A pixel of the drawing has the colour that the style sheet gives to this name. Asked from outside each time: a
     * wait inside the page would be refused by its content policy at its second look.
     */
    private static void awaitDrawn(Page page, String table, String colour) {
        page.waitForCondition(() -> (Boolean) page.evaluate("""
                ([table, colour]) => {
                  const canvas = document.querySelector(`[data-table="${table}"] canvas`);
                  if (!canvas || canvas.width === 0) return false;
                  const wanted = getComputedStyle(document.documentElement).getPropertyValue(`--${colour}`).trim();
                  const [r, g, b] = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
                  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                  for (let i = 0; i < data.length; i += 4) {
                    if (data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255) return true;
                  }
                  return false;
                }""", List.of(table, colour)));
    }
}
