package vn.congvu.intake.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Channel;

/** @param person the keyed code of the phone, absent where only an e-mail address is known */
@Document("vault_contacts")
@TypeAlias("vault-contact")
record VaultContact(
        @Id String ref,
        Channel channel,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String person,
        Instant storedAt) {

    @Override
    public String toString() {
        return "VaultContact[" + ref + "]";
    }
}
