package vn.congvu.platform.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals so that only who has the private key can open it (HPKE); whoever seals can't. */
public final class PublicSealer {
    static final Configuration TINK = HybridConfig2026.get();

    private final HybridEncrypt encrypt;

    /** @param keys public ones; the primary one seals */
    public PublicSealer(KeysetHandle keys) throws GeneralSecurityException {
        this.encrypt = keys.getPrimitive(TINK, HybridEncrypt.class);
    }

    /**
     * @param context what it belongs to: it opens for the same only
     * @return base64
     */
    public String seal(byte[] secret, String context) {
        try {
            return Base64.getEncoder()
                    .encodeToString(encrypt.encrypt(secret, context.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("could not be sealed", impossible);
        }
    }
}
