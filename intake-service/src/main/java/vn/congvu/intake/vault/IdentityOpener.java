package vn.congvu.intake.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.platform.sealing.KeyFiles;

/**
 * Opens one identity, for somebody to whom the custodian granted it. The private key is read for each opening and not kept: taken
 * away, nothing opens any more.
 */
@Component
public class IdentityOpener {
    private static final JsonMapper JSON = new JsonMapper();

    private final MongoTemplate mongo;
    private final VaultProperties properties;
    private final KeyFiles keys;

    IdentityOpener(MongoTemplate mongo, VaultProperties properties, KeyFiles keys) {
        this.mongo = mongo;
        this.properties = properties;
        this.keys = keys;
    }

    /** Whether the custodian's private key is here at this moment. */
    public boolean hasKey() {
        var file = properties.openingKeyFile();
        return file != null && Files.isReadable(file);
    }

    public boolean isForgotten(String identityRef) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        return identity == null || identity.forgottenAt() != null;
    }

    /** @throws IllegalStateException if the key is not here, see {@link #hasKey()} */
    public OpenedIdentity open(String identityRef) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        return identity == null || identity.keyId() == null || identity.sealed() == null
                ? new OpenedIdentity.Forgotten()
                : open(identity.keyId(), identity.sealed(), identityRef)
                        .<OpenedIdentity>map(OpenedIdentity.Known::new)
                        .orElseGet(OpenedIdentity.Forgotten::new);
    }

    /**
     * @param owner what it was sealed for
     * @return empty if its key was destroyed
     */
    Optional<Person> open(String keyId, String sealed, String owner) {
        var file = properties.openingKeyFile();
        if (file == null) {
            throw new IllegalStateException("complaints.intake.vault.opening-key-file is not set");
        }
        var key = mongo.findById(keyId, VaultKey.class);
        if (key == null) {
            return Optional.empty();
        }
        try {
            var dataKey = keys.opener(file).open(key.wrapped(), owner);
            var person = new AesGcmJce(dataKey)
                    .decrypt(Base64.getDecoder().decode(sealed), owner.getBytes(StandardCharsets.UTF_8));
            return Optional.of(JSON.readValue(person, Person.class));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("what is sealed for " + owner + " is damaged", damaged);
        }
    }
}
