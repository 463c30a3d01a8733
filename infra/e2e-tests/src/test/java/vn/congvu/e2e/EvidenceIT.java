package vn.congvu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What a phone adds to a report: spoken, photographed, chosen one after the other. Chromium plays a microphone. */
@EnabledIf(value = "chromiumIsInstalled", disabledReason = "Chromium is not installed")
class EvidenceIT {
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
    void aVoiceNoteIsSpokenIntoThePageHeardAgainAndSent() {
        var page = form();
        page.locator("[data-record]").click();
        assertThat(page.locator("[data-record]")).containsText("0:01");
        page.locator("[data-record]").click();
        assertThat(page.locator("[data-chosen] li")).containsText("ghi-am-1.wav");
        page.waitForCondition(
                () -> Browser.holds(page, "document.querySelector('[data-chosen] audio').duration > 0.5"));
        Browser.look(page, "form-voice-note");
        sent(page, 1);
    }

    /** Larger than what is taken, so the phone makes it smaller; one chosen later does not push out the one before. */
    @Test
    void aPictureTooLargeIsMadeSmallerOnThePhone() throws IOException {
        var page = form();
        page.locator("#files").setInputFiles(new FilePayload("anh-goc.png", "image/png", noise(2200, 1800)));
        assertThat(page.locator("[data-chosen] li")).containsText("anh-goc.jpg");
        page.locator("#files").setInputFiles(new FilePayload("giay-hen.png", "image/png", noise(40, 30)));
        assertThat(page.locator("[data-chosen] li")).hasCount(2);
        page.locator("[data-chosen] li >> nth=1 >> button").click();
        assertThat(page.locator("[data-chosen] li")).hasCount(1);
        sent(page, 1);
    }

    private static Page form() {
        var page = browser.phone();
        page.navigate("/phan-anh");
        page.locator("#text").fill("Cán bộ Sở Xây dựng nói trống không khi tôi hỏi giấy phép.");
        return page;
    }

    private static void sent(Page page, int files) {
        page.locator("#report > button[type=submit]").click();
        page.locator("#reference").waitFor();
        assertThat(page.locator("main")).containsText("Đã lưu " + files + " tệp");
        page.context().close();
    }

    /** Pixels by chance can't be compressed. */
    private static byte[] noise(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
