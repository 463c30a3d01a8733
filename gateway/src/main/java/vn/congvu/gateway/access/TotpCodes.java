package vn.congvu.gateway.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.UriComponentsBuilder;

/** Codes of authenticator apps (RFC 6238: SHA-1, six digits, 30 seconds, which is all that every app understands). */
final class TotpCodes {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** Steps that a telephone's clock may be early or late. */
    private static final int SKEW = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private TotpCodes() {}

    /** A new secret in base32, as people type it into the app. */
    static String drawSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var written = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | next & 0xFF;
            for (bits += Byte.SIZE; bits >= BASE32_BITS; bits -= BASE32_BITS) {
                written.append(BASE32.charAt(buffer >> bits - BASE32_BITS & 0x1F));
            }
        }
        return written.toString();
    }

    /** What the QR code says. */
    static String address(String secret, String username, String issuer) {
        return UriComponentsBuilder.fromUriString("otpauth://totp/{label}")
                .queryParam("secret", secret)
                .queryParam("issuer", "{issuer}")
                .encode()
                .buildAndExpand(issuer + ":" + username, issuer)
                .toUriString();
    }

    static String at(String secret, Instant time) {
        return ofStep(secret, stepOf(time));
    }

    /** The step whose code this is, if it is one of about now. */
    static OptionalLong stepOf(String secret, String code, Instant now) {
        var typed = code.replaceAll("\\s", "").getBytes(US_ASCII);
        long step = stepOf(now);
        return LongStream.rangeClosed(step - SKEW, step + SKEW)
                .filter(near -> MessageDigest.isEqual(ofStep(secret, near).getBytes(US_ASCII), typed))
                .findFirst();
    }

    private static long stepOf(Instant time) {
        return time.getEpochSecond() / STEP_SECONDS;
    }

    private static String ofStep(String secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(decoded(secret), "RAW"), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("every secret is a key", impossible);
        }
    }

    private static byte[] decoded(String secret) {
        byte[] bytes = new byte[secret.length() * BASE32_BITS / Byte.SIZE];
        long buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : secret.toCharArray()) {
            buffer = buffer << BASE32_BITS | BASE32.indexOf(letter);
            bits += BASE32_BITS;
            if (bits >= Byte.SIZE && at < bytes.length) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
