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

    /** @param sealed base64 */
    record SealedContact(ContactKey key, String sealed) {}

    /** What the sender of messages reads. */
    record Address(@Nullable String phone, @Nullable String email) {}

    VaultSeals(PublicSealer identities, PublicSealer contacts) {
        this.identities = identities;
        this.contacts = contacts;
    }

    /** @param owner a reference of the vault: under a fresh key, which opens for it only */
    SealedPerson seal(String owner, Person person) {
        var dataKey = dataKey();
        return new SealedPerson(
                new VaultKey(Ids.next(), identities.seal(dataKey, owner), null, null),
                encrypted(dataKey, JSON.writeValueAsBytes(person), owner));
    }

    PublicSealer forTheCustodian() {
        return identities;
    }

    SealedContact sealContact(String contactRef, @Nullable String phone, @Nullable String email) {
        return close(contactRef, contacts.seal(JSON.writeValueAsBytes(new Address(phone, email)), contactRef));
    }

    /** @param forTheSender what only the sender of messages opens, closed here once more under a fresh key */
    SealedContact close(String contactRef, String forTheSender) {
        var dataKey = dataKey();
        return new SealedContact(
                new ContactKey(Ids.next(), Base64.getEncoder().encodeToString(dataKey)),
                encrypted(dataKey, Base64.getDecoder().decode(forTheSender), contactRef));
    }

    /** @return what only the sender of messages opens, base64 */
    String forTheSender(ContactKey key, String contactRef, String sealed) {
        try {
            return Base64.getEncoder()
                    .encodeToString(new AesGcmJce(Base64.getDecoder().decode(key.key()))
                            .decrypt(Base64.getDecoder().decode(sealed), bytes(contactRef)));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the contact " + contactRef + " is damaged", damaged);
        }
    }

    private byte[] dataKey() {
        var dataKey = new byte[DATA_KEY_BYTES];
        random.nextBytes(dataKey);
        return dataKey;
    }

    private static String encrypted(byte[] dataKey, byte[] content, String owner) {
        try {
            return Base64.getEncoder().encodeToString(new AesGcmJce(dataKey).encrypt(content, bytes(owner)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    private static byte[] bytes(String owner) {
        return owner.getBytes(StandardCharsets.UTF_8);
    }
}
