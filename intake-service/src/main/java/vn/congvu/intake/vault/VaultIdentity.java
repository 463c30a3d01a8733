package vn.congvu.intake.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who reported, sealed. It stays as an empty place when it was forgotten, so that nothing can be stored there again.
 *
 * @param sealed the person under a data key of its own (AES-256-GCM), base64; absent once forgotten
 * @param keyId of that key among the {@link VaultKey}s; absent once forgotten
 * @param contactRef the contact to forget with it
 * @param openedCount openings that are kept with no {@link IdentityRequest}: for what the reporter asked, and the earliest
 * @param dueAt when the retention sweep looks at it; absent once forgotten
 */
@Document("vault_identities")
@TypeAlias("vault-identity")
record VaultIdentity(
        @Id String ref,
        @Nullable String sealed,
        @Nullable String keyId,
        @Nullable String contactRef,
        int openedCount,
        Instant storedAt,
        @Nullable Instant dueAt,
        @Nullable Instant forgottenAt) {

    @Override
    public String toString() {
        return "VaultIdentity[" + ref + "]";
    }
}
