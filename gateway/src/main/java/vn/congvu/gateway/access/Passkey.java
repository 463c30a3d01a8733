package vn.congvu.gateway.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The public half of a passkey; everything binary is base64url.
 *
 * @param credentialId chosen by the authenticator
 * @param username whose it is
 * @param userHandle what the authenticator calls the account: random, so that it tells nothing
 * @param attestation what the authenticator said at the start; the key is checked against it
 */
@Document("passkeys")
@TypeAlias("passkey")
record Passkey(
        @Id String credentialId,
        String username,
        String userHandle,
        String publicKey,
        String attestation,
        @Nullable String attestationClientData,
        long signatureCount,
        boolean verifiesUser,
        boolean mayBeBackedUp,
        boolean isBackedUp,
        Set<String> transports,
        String label,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
