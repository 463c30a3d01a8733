package vn.congvu.intake.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The data key of one identity or one file, wrapped for the custodian. Destroyed, it can be read by nobody, in no copy of the rest.
 *
 * @param wrapped by HPKE, base64
 * @param complaintId of the report whose file it opens; absent for identities
 * @param dueAt when the retention sweep looks at a file's key; absent for identities, which are looked at themselves
 */
@Document("vault_keys")
@TypeAlias("vault-key")
record VaultKey(
        @Id String id,
        String wrapped,
        @Nullable String complaintId,
        @Nullable Instant dueAt) {}
