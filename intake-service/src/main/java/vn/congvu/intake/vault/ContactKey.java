package vn.congvu.intake.vault;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The data key under which one contact lies once more, over its seal for the sender of messages. Destroyed, that contact can be read
 * by nobody, in no copy of the rest.
 *
 * @param key AES-256, base64; sealed at rest like the words of reports
 */
@Document("vault_keys")
@TypeAlias("contact-key")
record ContactKey(@Id String id, String key) {
    @Override
    public String toString() {
        return "ContactKey[" + id + "]";
    }
}
