package vn.congvu.notify.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A letter as a page: what a browser shows is what {@link LetterPdf} prints. */
@Component
public class LetterPage {
    private final Template template;
    private final String contentSecurityPolicy;

    LetterPage() {
        try {
            var source = new ClassPathResource("letters/letter.xhtml.mustache").getContentAsString(UTF_8);
            template = Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(source);
            contentSecurityPolicy = "default-src 'none'; img-src data:; style-src 'sha256-" + hashOfStyle(source) + "'";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Well-formed XHTML, its text in NFC. */
    public String of(Letter letter) {
        var values = new HashMap<String, Object>();
        values.put("author", String.join(" ", letter.issuer().lines()));
        values.put("superior", Objects.requireNonNullElse(letter.issuer().superior(), ""));
        values.put("issuer", letter.issuer().lines());
        values.put("number", letter.number());
        values.put("placeAndDate", letter.placeAndDate());
        values.put("title", letter.title());
        values.put("subjectLine", letter.subjectLine());
        values.put("addressee", letter.addressee());
        values.put("reach", letter.reach());
        values.put("paragraphs", letter.paragraphs());
        values.put("copies", letter.copies());
        values.put("authority", letter.signature().authority());
        values.put("signed", letter.signature().signed());
        values.put("name", Objects.requireNonNullElse(letter.signature().name(), ""));
        values.put("corrected", !letter.corrections().isEmpty());
        values.put("corrections", letter.corrections());
        values.put("draft", Objects.requireNonNullElse(letter.draft(), ""));
        var check = letter.check();
        values.put("code", check == null ? "" : check.code());
        values.put("address", check == null ? "" : check.page());
        values.put("qr", check == null ? "" : QrCode.of(check.address()));
        return Normalizer.normalize(template.execute(values), Normalizer.Form.NFC);
    }

    /** Nothing may load or run in a letter; its own style is known by its hash. */
    public String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    private static String hashOfStyle(String source) {
        var style = source.substring(source.indexOf("<style>") + "<style>".length(), source.indexOf("</style>"));
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
