package vn.congvu.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import vn.congvu.platform.access.TokenKeys;
import vn.congvu.platform.sealing.Sealer;

/** Keys of every service, made anew for each JVM. */
public final class TestKeys {
    public static final TokenKeys TOKENS = tokens();
    public static final Sealer SEALER = new Sealer(new byte[32]);

    /** The custodian's, with which identities are sealed. */
    public static final TestKeySet IDENTITY_KEYS = TestKeySet.create();

    /** Of the sender of messages, for whom contacts are sealed. */
    public static final TestKeySet CONTACT_KEYS = TestKeySet.create();

    private TestKeys() {}

    /** A file with the key of the audit trails. */
    public static Path auditKey() {
        try {
            var file = Files.createTempFile("audit", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static TokenKeys tokens() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var publicKeys = new HashMap<String, ECPublicKey>();
            var privateKeys = new HashMap<String, ECPrivateKey>();
            for (var issuer : List.of("gateway", "intake-service", "case-service", "notify-service", "test-service")) {
                var pair = generator.generateKeyPair();
                publicKeys.put(issuer, (ECPublicKey) pair.getPublic());
                privateKeys.put(issuer, (ECPrivateKey) pair.getPrivate());
            }
            return new TokenKeys(publicKeys, privateKeys);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }
}
