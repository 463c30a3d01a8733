package vn.congvu.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads key sets of Tink (JSON). One that was made for trying out carries a mark, and is taken only where somebody said that this is
 * for trying out: its private half lies beside it, so what it seals is open to whoever looks.
 */
public final class KeyFiles {
    /** Stands in the file beside what Tink writes. */
    public static final String TRY_OUT_MARK = "tryOut";

    private static final JsonMapper JSON = new JsonMapper();

    private final boolean tryOut;

    /** @param tryOut whether key sets made for trying out are taken */
    public KeyFiles(boolean tryOut) {
        this.tryOut = tryOut;
    }

    /** @throws IllegalStateException if the file has private keys: who only seals must not have them */
    public PublicSealer sealer(Path file) {
        try {
            return new PublicSealer(TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(read(file), PublicSealer.TINK));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(file + " is no set of public keys", unusable);
        }
    }

    /** @throws IllegalStateException if the file has no private keys */
    public PrivateOpener opener(Path file) {
        try {
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(read(file), PublicSealer.TINK, InsecureSecretKeyAccess.get());
            return new PrivateOpener(keys);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(file + " is no set of private keys", unusable);
        }
    }

    private String read(Path file) {
        try {
            if (!(JSON.readTree(Files.readString(file)) instanceof ObjectNode set)) {
                throw new IllegalStateException(file + " is no key set");
            }
            var mark = set.remove(TRY_OUT_MARK);
            if (mark != null && !tryOut) {
                throw new IllegalStateException(
                        file + " was made for trying out, anybody may have its private half: make "
                                + "key sets of your own (infra/docs/keys.md). Only on a stack for trying out, set "
                                + "complaints.platform.sealing.try-out-keys=true");
            }
            return set.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JacksonException broken) {
            throw new IllegalStateException(file + " is no key set", broken);
        }
    }
}
