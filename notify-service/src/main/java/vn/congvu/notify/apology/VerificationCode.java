package vn.congvu.notify.apology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Reference;

/**
 * <i>Mã xác minh</i> on a letter: made of what was published, so that a paper or a record that says something else has another one.
 * Built like a reference, with {@code XL-} before it.
 */
final class VerificationCode {
    private static final String PREFIX = "XL";
    private static final String BETWEEN = "\u001F";

    private VerificationCode() {}

    /** @param facts in a fixed order, absent ones too */
    static String of(@Nullable Object... facts) {
        var text = Arrays.stream(facts).map(fact -> Objects.toString(fact, "")).collect(Collectors.joining(BETWEEN));
        // java.util.Random is specified to the bit, so the code is the same on every machine
        return PREFIX
                + Reference.random(new Random(ByteBuffer.wrap(hash(text)).getLong()))
                        .value();
    }

    /** {@code XL-7K3F9-QXM2D}. */
    static String spoken(String code) {
        return PREFIX + "-" + new Reference(code.substring(PREFIX.length())).spoken();
    }

    /** Reads what a person typed from paper; the letters before it may be missing. */
    static Optional<String> parse(String typed) {
        var plain = typed.strip().toUpperCase(java.util.Locale.ROOT).replaceFirst("^X[LI1][\\s\\p{Pd}]+", "");
        return Reference.parse(plain)
                .or(() -> Reference.parse(plain.replaceFirst("^X[LI1]", "")))
                .map(reference -> PREFIX + reference.value());
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
