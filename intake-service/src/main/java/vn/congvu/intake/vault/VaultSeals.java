package vn.congvu.intake.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Ids;
import vn.congvu.platform.sealing.PublicSealer;

/** Seals with public keys: what went through here can't be opened by this service, unless the custodian's key is mounted. */
final class VaultSeals {
    private static final int DATA_KEY_BYTES = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private final PublicSealer identities;
    private final PublicSealer contacts;
    private final SecureRandom random = new SecureRandom();

    /** @param sealed base64 */
    record SealedPerson(VaultKey key, String sealed) {}

    /** What the sender of messages reads. */
    record Address(@Nullable String phone, @Nullable String email) {}

    VaultSeals(PublicSealer identities, PublicSealer contacts) {
        this.identities = identities;
        this.contacts = contacts;
    }

    /** @param owner a reference of the vault: under a fresh key, which opens for it only */
    SealedPerson seal(String owner, Person person) {
        var dataKey = new byte[DATA_KEY_BYTES];
        random.nextBytes(dataKey);
        try {
            var sealed = new AesGcmJce(dataKey)
                    .encrypt(JSON.writeValueAsBytes(person), owner.getBytes(StandardCharsets.UTF_8));
            return new SealedPerson(
                    new VaultKey(Ids.next(), identities.seal(dataKey, owner), null),
                    Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    PublicSealer forTheCustodian() {
        return identities;
    }

    String sealContact(String contactRef, @Nullable String phone, @Nullable String email) {
        return contacts.seal(JSON.writeValueAsBytes(new Address(phone, email)), contactRef);
    }
}
