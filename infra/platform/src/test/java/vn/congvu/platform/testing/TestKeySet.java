package vn.congvu.platform.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import vn.congvu.platform.sealing.KeyFiles;
import vn.congvu.platform.sealing.PrivateOpener;
import vn.congvu.platform.sealing.PublicSealer;

/** A key set for sealing by public key, marked as made for trying out. */
public record TestKeySet(KeysetHandle keys) {
    public static TestKeySet create() {
        try {
            return new TestKeySet(KeysetHandle.newBuilder()
                    .setConfiguration(HybridConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters())
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same with one more key, which seals from now on. */
    public TestKeySet rotated() {
        try {
            return new TestKeySet(KeysetHandle.newBuilder(keys)
                    .setConfiguration(HybridConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters())
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public PublicSealer sealer() {
        return new KeyFiles(true).sealer(publicFile());
    }

    public PrivateOpener opener() {
        return new KeyFiles(true).opener(privateFile());
    }

    public Path publicFile() {
        try {
            return file(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                    keys.getPublicKeysetHandle(), HybridConfig2026.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Path privateFile() {
        try {
            return file(TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, HybridConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HpkeParameters parameters() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }

    private static Path file(String json) {
        try {
            var file = Files.createTempFile("keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json.replaceFirst("\\{", "{\"" + KeyFiles.TRY_OUT_MARK + "\":true,"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
