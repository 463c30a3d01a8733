package vn.congvu.notify.apology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A letter as a page that prints on A4. */
@Component
class LetterPage {
    private final Template template;
    private final String contentSecurityPolicy;

    LetterPage() {
        try {
            var source = new ClassPathResource("letters/apology.html.mustache").getContentAsString(UTF_8);
            template = Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(source);
            contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + hashOfStyle(source) + "'";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String of(Letter letter) {
        var values = new HashMap<String, Object>();
        values.put("issuer", letter.issuer());
        values.put("number", letter.number());
        values.put("placeAndDate", letter.placeAndDate());
        values.put("title", letter.title());
        values.put("subjectLine", letter.subjectLine());
        values.put("addressee", letter.addressee());
        values.put("paragraphs", letter.paragraphs());
        values.put("copies", letter.copies());
        values.put("signer", letter.signer());
        values.put("corrections", letter.corrections());
        values.put("superior", Objects.requireNonNullElse(letter.superior(), ""));
        values.put("note", Objects.requireNonNullElse(letter.note(), ""));
        return template.execute(values);
    }

    /** Nothing may load or run in a letter; its own style is known by its hash. */
    String contentSecurityPolicy() {
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
