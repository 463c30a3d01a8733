package vn.congvu.intake.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Key sets of Tink, see infra/docs/keys.md.
 *
 * @param identityKeyFile the custodian's public keys
 * @param contactKeyFile public keys of the sender of messages
 * @param openingKeyFile the custodian's private keys, mounted where granted identities are opened; absent, nothing opens
 */
@ConfigurationProperties("complaints.intake.vault")
record VaultProperties(
        Path identityKeyFile, Path contactKeyFile, @Nullable Path openingKeyFile) {}
