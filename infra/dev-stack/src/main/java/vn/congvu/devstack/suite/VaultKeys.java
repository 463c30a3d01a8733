package vn.congvu.devstack.suite;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A pair of key sets with which identities or contacts are sealed; marked, so that no service takes them that was not told it is on a
 * stack for trying out.
 */
record VaultKeys(Path publicKeys, Path privateKeys) {
    private static final String MARK = "{\n  \"tryOut\": true,";

    static VaultKeys in(Path folder, String name) throws IOException {
        var keys = new VaultKeys(folder.resolve(name + ".pub.json"), folder.resolve(name + ".key.json"));
        if (!Files.exists(keys.publicKeys) || !Files.exists(keys.privateKeys)) {
            keys.make();
        }
        return keys;
    }

    private void make() throws IOException {
        try {
            var tink = HybridConfig2026.get();
            var keys = KeysetHandle.newBuilder()
                    .setConfiguration(tink)
                    .addEntry(KeysetHandle.generateEntryFromParameters(HpkeParameters.builder()
                                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                                    .setVariant(HpkeParameters.Variant.TINK)
                                    .build())
                            .withRandomId()
                            .makePrimary())
                    .build();
            // the private half first: whatever is sealed can be opened
            Secrets.write(
                    privateKeys,
                    marked(TinkJsonProtoKeysetFormat.serializeKeyset(keys, tink, InsecureSecretKeyAccess.get())));
            Secrets.write(
                    publicKeys,
                    marked(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(), tink)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String marked(String keySet) {
        return MARK + keySet.substring(keySet.indexOf('{') + 1);
    }
}
