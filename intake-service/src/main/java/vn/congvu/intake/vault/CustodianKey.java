package vn.congvu.intake.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.platform.sealing.KeyFiles;

/** The custodian's private key. It is read for each opening and not kept: taken away, nothing opens any more. */
@Component
class CustodianKey {
    private final MongoTemplate mongo;
    private final VaultProperties properties;
    private final KeyFiles keys;

    CustodianKey(MongoTemplate mongo, VaultProperties properties, KeyFiles keys) {
        this.mongo = mongo;
        this.properties = properties;
        this.keys = keys;
    }

    boolean isHere() {
        var file = properties.openingKeyFile();
        return file != null && Files.isReadable(file);
    }

    /**
     * @param owner what it was sealed for
     * @return empty if its data key was destroyed
     * @throws IllegalStateException if the custodian's key is not here, see {@link #isHere()}
     */
    Optional<byte[]> open(String dataKeyId, byte[] sealed, String owner) {
        var file = properties.openingKeyFile();
        if (file == null) {
            throw new IllegalStateException("complaints.intake.vault.opening-key-file is not set");
        }
        var key = mongo.findById(dataKeyId, VaultKey.class);
        if (key == null) {
            return Optional.empty();
        }
        try {
            var dataKey = keys.opener(file).open(key.wrapped(), owner);
            return Optional.of(new AesGcmJce(dataKey).decrypt(sealed, owner.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("what is sealed for " + owner + " is damaged", damaged);
        }
    }
}
