package vn.congvu.platform.sealing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Opens what a {@link PublicSealer} sealed, with the key it was sealed for, the primary one or an earlier one. */
public final class PrivateOpener {
    private final HybridDecrypt decrypt;

    public PrivateOpener(KeysetHandle keys) throws GeneralSecurityException {
        this.decrypt = keys.getPrimitive(PublicSealer.TINK, HybridDecrypt.class);
    }

    /**
     * @param context as it was sealed with
     * @throws CannotOpenException if it was sealed for other keys or another context, or changed on its way
     */
    public byte[] open(String sealed, String context) {
        try {
            return decrypt.decrypt(Base64.getDecoder().decode(sealed), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CannotOpenException(unreadable);
        }
    }
}
