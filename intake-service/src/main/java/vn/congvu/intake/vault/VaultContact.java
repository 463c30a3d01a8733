package vn.congvu.intake.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Channel;

/**
 * How somebody is reached, sealed for the sender of messages; this service can't open it.
 *
 * @param sealed by HPKE for the sender, and over that by the data key, base64
 * @param keyId of that key among the {@link ContactKey}s; absent where an earlier version stored it, which had none
 * @param person the keyed code of the phone, absent where only an e-mail address is known
 * @param identityRef of the same person's entry
 */
@Document("vault_contacts")
@TypeAlias("vault-contact")
record VaultContact(
        @Id String ref,
        Channel channel,
        String sealed,
        @Nullable String keyId,
        @Nullable String person,
        @Nullable String identityRef,
        Instant storedAt) {

    @Override
    public String toString() {
        return "VaultContact[" + ref + "]";
    }
}
