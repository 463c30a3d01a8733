package vn.congvu.notify.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** Recognises a sent text again without keeping it. */
public final class TextHash {
    private TextHash() {}

    public static String of(String text) {
        try {
            var plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
