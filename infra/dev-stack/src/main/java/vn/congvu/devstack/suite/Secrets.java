package vn.congvu.devstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import vn.congvu.devstack.world.TwilioAccount;

/**
 * Keys of one installation, made once and kept beside its data: what is sealed with them can't be read without them.
 *
 * @param tokenKeys folder with a P-256 pair of each service
 * @param sealingKey file, base64 of 32 bytes
 * @param auditKey file, base64 of 32 bytes
 * @param accessCodeKey file, base64 of 32 bytes
 * @param identityKeys the custodian's
 * @param contactKeys of notify-service
 * @param aggregatorSecret of the generic webhook
 */
record Secrets(
        Path tokenKeys,
        Path sealingKey,
        Path auditKey,
        Path accessCodeKey,
        VaultKeys identityKeys,
        VaultKeys contactKeys,
        TwilioAccount twilio,
        String aggregatorSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets in(Path folder) throws IOException {
        var tokenKeys = Files.createDirectories(folder.resolve("keys"));
        for (var service : Service.values()) {
            keyPair(tokenKeys, service.module());
        }
        var provider = provider(folder.resolve("provider.properties"));
        return new Secrets(
                tokenKeys,
                randomKey(folder.resolve("sealing.key")),
                randomKey(folder.resolve("audit.key")),
                randomKey(folder.resolve("access-code.key")),
                VaultKeys.in(folder, "vault-identity"),
                VaultKeys.in(folder, "vault-contact"),
                new TwilioAccount(provider.getProperty("account-sid"), provider.getProperty("auth-token")),
                provider.getProperty("aggregator-secret"));
    }

    private static void keyPair(Path folder, String issuer) throws IOException {
        var publicKey = folder.resolve(issuer + ".pub.pem");
        var privateKey = folder.resolve(issuer + ".key.pem");
        if (Files.exists(publicKey) && Files.exists(privateKey)) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            write(publicKey, pem("PUBLIC KEY", pair.getPublic()));
            write(privateKey, pem("PRIVATE KEY", pair.getPrivate()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(String kind, Key key) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }

    private static Path randomKey(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, Base64.getEncoder().encodeToString(random(32)));
        }
        return file;
    }

    private static Properties provider(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            return properties;
        }
        properties.setProperty("account-sid", "AC" + HexFormat.of().formatHex(random(16)));
        properties.setProperty("auth-token", HexFormat.of().formatHex(random(16)));
        properties.setProperty("aggregator-secret", HexFormat.of().formatHex(random(32)));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The simulated provider's account");
        }
        return properties;
    }

    /** Never leaves half a key behind. */
    static void write(Path file, String content) throws IOException {
        var whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, content);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
