package vn.congvu.intake.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which this service derives every other: access codes, vault references and the index of the vault. Lost, no
 * code can be shown again; changed, no earlier sender is recognised.
 */
public final class ServerKey {
    /** Of the key itself and of every key made of it, in bytes. */
    static final int LENGTH = 32;

    private final SecretKey key;

    /** @param base64 of {@value #LENGTH} random bytes */
    public static ServerKey of(String base64) {
        var bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the server key must have " + LENGTH + " bytes, not " + bytes.length);
        }
        return new ServerKey(new SecretKeySpec(bytes, "Generic"));
    }

    private ServerKey(SecretKey key) {
        this.key = key;
    }

    /** Bytes that only this key and this purpose give (HKDF-SHA256, RFC 5869). */
    public byte[] derive(String purpose, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
        }
    }

    /** A key for one purpose, to compute many codes with. */
    public Keyed forPurpose(String purpose) {
        return new Keyed(new SecretKeySpec(derive(purpose, LENGTH), "HmacSHA256"));
    }

    /** HMAC-SHA256 under a derived key. */
    public record Keyed(SecretKey key) {
        /** @return the code as URL-safe base64 without padding, 43 characters */
        public String code(String of) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("this Java has no HmacSHA256", missing);
            }
        }

        @Override
        public String toString() {
            return "Keyed[secret]";
        }
    }
}
