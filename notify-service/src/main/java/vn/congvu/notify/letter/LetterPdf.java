package vn.congvu.notify.letter;

import static com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.ITALIC;
import static com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A letter as PDF on A4: fonts embedded, text selectable and searchable, tagged for screen readers (PDF/UA-1) and fit for archives
 * (PDF/A-2a). It loads nothing but what it carries itself.
 */
@Component
public class LetterPdf {
    private static final String FAMILY = "Liberation Serif";
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final int AT_ONCE = 2;

    private final LetterPage pages;
    private final byte[] regular = font("Regular");
    private final byte[] bold = font("Bold");
    private final byte[] italic = font("Italic");
    private final byte[] boldItalic = font("BoldItalic");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final Semaphore places = new Semaphore(AT_ONCE);

    LetterPdf(LetterPage pages) {
        XRLog.setLoggingEnabled(false);
        this.pages = pages;
    }

    /** Few at a time: a flood of requests waits instead of taking the machine. */
    public byte[] of(Letter letter) {
        places.acquireUninterruptibly();
        try {
            return print(pages.of(letter));
        } finally {
            places.release();
        }
    }

    private byte[] print(String page) {
        var pdf = new ByteArrayOutputStream();
        var printer = new PdfRendererBuilder();
        use(printer, regular, REGULAR, NORMAL);
        use(printer, bold, BOLD, NORMAL);
        use(printer, italic, REGULAR, ITALIC);
        use(printer, boldItalic, BOLD, ITALIC);
        try {
            printer.usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(colours)
                    .withProducer("Công Vụ")
                    .useExternalResourceAccessControl(
                            (address, kind) -> address.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withHtmlContent(page, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return pdf.toByteArray();
    }

    private static void use(PdfRendererBuilder printer, byte[] font, int weight, FontStyle style) {
        printer.useFont(() -> new ByteArrayInputStream(font), FAMILY, weight, style, true);
    }

    private static byte[] font(String face) {
        try {
            return new ClassPathResource("letters/fonts/LiberationSerif-" + face + ".ttf").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
