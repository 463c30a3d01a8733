package vn.congvu.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of the service tokens.
 *
 * @param publicKeys by issuer
 * @param privateKeys by issuer; in production only this service's own is mounted
 */
public record TokenKeys(Map<String, ECPublicKey> publicKeys, Map<String, ECPrivateKey> privateKeys) {
    private static final String PUBLIC = ".pub.pem";
    private static final String PRIVATE = ".key.pem";

    static TokenKeys readFrom(Path directory) {
        return new TokenKeys(
                read(directory, PUBLIC, X509EncodedKeySpec::new, (factory, spec) ->
                        (ECPublicKey) factory.generatePublic(spec)),
                read(directory, PRIVATE, PKCS8EncodedKeySpec::new, (factory, spec) ->
                        (ECPrivateKey) factory.generatePrivate(spec)));
    }

    Optional<ECPublicKey> publicKey(String issuer) {
        return Optional.ofNullable(publicKeys.get(issuer));
    }

    private interface Reader<K> {
        K read(KeyFactory factory, EncodedKeySpec spec) throws GeneralSecurityException;
    }

    private static <K> Map<String, K> read(
            Path directory, String ending, Function<byte[], EncodedKeySpec> spec, Reader<K> reader) {
        var keys = new HashMap<String, K>();
        try (var files = Files.newDirectoryStream(directory, "*" + ending)) {
            for (var file : files) {
                var issuer = file.getFileName().toString().replace(ending, "");
                var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
                keys.put(
                        issuer,
                        reader.read(
                                KeyFactory.getInstance("EC"),
                                spec.apply(Base64.getDecoder().decode(pem))));
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UncheckedIOException(
                    "can't read the token keys in " + directory,
                    unreadable instanceof IOException io ? io : new IOException(unreadable));
        }
        return Map.copyOf(keys);
    }
}
