package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.access.TokenKeys;

/** What only somebody inside the suite has: the settings of its services, and the key of the gateway's tokens. */
final class Insider {
    private Insider() {}

    static Properties settingsOf(String service) {
        var settings = new Properties();
        try (var in = Files.newInputStream(settingsFile(service))) {
            settings.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return settings;
    }

    static Path settingsFile(String service) {
        return RunningSuite.runFolder().resolve("config/" + service + ".properties");
    }

    /** A token of the gateway, for one minute. */
    static String token(String service, Caller caller) {
        var keys = Path.of(settingsOf("gateway").getProperty("complaints.platform.tokens.keys-dir"));
        var own = Map.of("gateway", privateKey(keys.resolve("gateway.key.pem")));
        return new ServiceTokens("gateway", new TokenKeys(Map.of(), own), Duration.ofMinutes(1), InstantSource.system())
                .issue(service, caller);
    }

    private static ECPrivateKey privateKey(Path pem) {
        try {
            var base64 = Files.readAllLines(pem).stream()
                    .filter(line -> !line.startsWith("-"))
                    .collect(Collectors.joining());
            return (ECPrivateKey) KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(pem + " is no private key", unreadable);
        }
    }
}
