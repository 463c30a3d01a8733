package vn.congvu.intake.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("vault_identities")
@TypeAlias("vault-identity")
record VaultIdentity(
        @Id String ref,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String onBehalfOf,
        int openedCount,
        Instant storedAt) {

    @Override
    public String toString() {
        return "VaultIdentity[" + ref + "]";
    }
}
