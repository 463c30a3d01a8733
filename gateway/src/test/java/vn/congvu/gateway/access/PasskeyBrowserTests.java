package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.platform.testing.SuiteTestInitializer;
import vn.congvu.platform.testing.TestServers;

/** A real browser with an authenticator that Chromium plays: what the page's script sends is what the server takes. */
@GatewayTest
@ContextConfiguration(initializers = {SuiteTestInitializer.class, PasskeyBrowserTests.AtAKnownAddress.class})
class PasskeyBrowserTests {
    private static final String PHRASE = "hai con mèo ngủ trên mái ngói đỏ";
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static Playwright playwright;
    private static Browser chromium;

    private String username;
    private Page page;
    private CDPSession devices;
    private String device;

    @Autowired
    Environment environment;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    Passkeys store;

    /** A passkey belongs to the address that people type, port and all. */
    static final class AtAKnownAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var port = Integer.toString(TestServers.freePort());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "knownAddress",
                            Map.of(
                                    "server.port",
                                    port,
                                    "complaints.gateway.public-base-url",
                                    "http://localhost:" + port)));
        }
    }

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
    void anOfficeAtItsDesk() {
        Behind.reset();
        username = "auditor." + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(new Account(
                username,
                passwords.hash(PHRASE),
                Set.of(Role.INSPECTOR),
                null,
                "Tổ kiểm tra",
                true,
                null,
                null,
                false,
                null));
        page = chromium.newContext(new Browser.NewContextOptions()
                        .setBaseURL(environment.getRequiredProperty("complaints.gateway.public-base-url"))
                        .setLocale("vi-VN"))
                .newPage();
        page.setDefaultTimeout(10_000);
        devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        device = plugIn();
    }

    @Test
    void aRealPasskeyIsTakenAndLetsInAgainAndAgain() {
        addPasskey(PHRASE);
        page.locator("[role=status]").waitFor();
        assertThat(page.locator("[role=status]").textContent()).contains("Đã thêm khóa truy cập");
        assertThat(store.of(username)).hasSize(1);

        for (int time = 1; time <= 2; time++) {
            signOut();
            password();
            assertThat(page.url()).endsWith("/staff/sign-in/code");
            page.locator("form[data-passkey=use] button").click();
            page.waitForURL("**/staff");
            assertThat(page.locator("h1").textContent()).isNotEqualTo("Xác thực bước hai");
        }
        assertThat(store.of(username).getFirst().signatureCount()).isPositive();
        assertThat(store.of(username).getFirst().lastUsedAt()).isNotNull();
    }

    @Test
    void anotherAuthenticatorIsNotTakenForIt() {
        addPasskey(PHRASE);
        page.locator("[role=status]").waitFor();
        signOut();
        var unplug = new JsonObject();
        unplug.addProperty("authenticatorId", device);
        devices.send("WebAuthn.removeVirtualAuthenticator", unplug);
        plugIn();

        password();
        page.locator("form[data-passkey=use] button").click();
        page.locator("[role=alert]").waitFor();
        page.navigate("/staff/account");
        assertThat(page.url()).contains("/staff/sign-in");
    }

    @Test
    void aWrongPasswordAddsNoneAndRemovesNone() {
        addPasskey("not the password at all");
        page.locator("[role=alert]").waitFor();
        assertThat(store.of(username)).isEmpty();

        addPasskey(PHRASE);
        page.locator("[role=status]").waitFor();
        assertThat(store.of(username)).hasSize(1);
        remove("not the password at all");
        page.locator("[role=alert]").waitFor();
        assertThat(store.of(username)).hasSize(1);
        remove(PHRASE);
        page.locator("[role=status]").waitFor();
        assertThat(store.of(username)).isEmpty();
    }

    private String plugIn() {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var asked = new JsonObject();
        asked.add("options", options);
        return devices.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    /** The caller waits for what it expects: an answer to an earlier try may still stand on the page. */
    private void addPasskey(String typed) {
        if (!page.url().contains("/staff/account")) {
            password();
            page.navigate("/staff/account");
        }
        page.locator("#label").fill("Máy ở cơ quan");
        page.locator("#present-passkey").fill(typed);
        page.locator("form[data-passkey=new] button").click();
    }

    private void remove(String typed) {
        var form = page.locator("form[action='/staff/account/passkeys/remove']");
        form.locator("input[name=present]").fill(typed);
        form.locator("button").click();
    }

    private void password() {
        page.navigate("/staff/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill(PHRASE);
        page.locator("main form button[type=submit]").first().click();
        page.waitForLoadState();
    }

    private void signOut() {
        page.locator("form[action='/staff/sign-out'] button").first().click();
        page.waitForURL("**/staff/sign-in?out");
    }
}
