package vn.congvu.gateway.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Keeps passkeys in the database, for Spring Security's WebAuthn. */
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final MongoTemplate mongo;

    PasskeyStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<Passkey> of(String username) {
        return mongo.find(query(where("username").is(username)), Passkey.class);
    }

    void remove(String username, String credentialId) {
        mongo.remove(query(where("_id").is(credentialId).and("username").is(username)), Passkey.class);
    }

    void removeAllOf(String username) {
        mongo.remove(query(where("username").is(username)), Passkey.class);
    }

    void add(String username, CredentialRecord made) {
        mongo.insert(passkey(username, made));
    }

    /** What a sign-in changes: how often it was used, and when. Adding is {@link #add}. */
    @Override
    public void save(CredentialRecord used) {
        var known = mongo.findById(used.getCredentialId().toBase64UrlString(), Passkey.class);
        if (known != null) {
            mongo.save(passkey(known.username(), used));
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        var known = mongo.findById(credentialId.toBase64UrlString(), Passkey.class);
        return known == null ? null : credential(known);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userHandle) {
        return mongo.find(query(where("userHandle").is(userHandle.toBase64UrlString())), Passkey.class).stream()
                .map(PasskeyStore::credential)
                .toList();
    }

    @Override
    public void delete(Bytes credentialId) {
        mongo.remove(query(where("_id").is(credentialId.toBase64UrlString())), Passkey.class);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes userHandle) {
        var any = mongo.findOne(query(where("userHandle").is(userHandle.toBase64UrlString())), Passkey.class);
        return any == null ? null : user(any.username(), userHandle);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        var any = mongo.findOne(query(where("username").is(username)), Passkey.class);
        return any == null ? null : user(username, Bytes.fromBase64(any.userHandle()));
    }

    /** A user is known by the first passkey. */
    @Override
    public void save(PublicKeyCredentialUserEntity user) {}

    static PublicKeyCredentialUserEntity user(String username, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(username)
                .displayName(username)
                .build();
    }

    private static Passkey passkey(String username, CredentialRecord made) {
        return new Passkey(
                made.getCredentialId().toBase64UrlString(),
                username,
                made.getUserEntityUserId().toBase64UrlString(),
                new Bytes(made.getPublicKey().getBytes()).toBase64UrlString(),
                made.getAttestationObject() == null
                        ? ""
                        : made.getAttestationObject().toBase64UrlString(),
                made.getAttestationClientDataJSON() == null
                        ? null
                        : made.getAttestationClientDataJSON().toBase64UrlString(),
                made.getSignatureCount(),
                made.isUvInitialized(),
                made.isBackupEligible(),
                made.isBackupState(),
                made.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.toSet()),
                made.getLabel(),
                made.getCreated(),
                made.getLastUsed());
    }

    private static CredentialRecord credential(Passkey known) {
        var builder = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(known.credentialId()))
                .userEntityUserId(Bytes.fromBase64(known.userHandle()))
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(known.publicKey()).getBytes()))
                .attestationObject(Bytes.fromBase64(known.attestation()))
                .signatureCount(known.signatureCount())
                .uvInitialized(known.verifiesUser())
                .backupEligible(known.mayBeBackedUp())
                .backupState(known.isBackedUp())
                .transports(known.transports().stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(known.label())
                .created(known.createdAt());
        var clientData = known.attestationClientData();
        if (clientData != null) {
            builder.attestationClientDataJSON(Bytes.fromBase64(clientData));
        }
        return builder.lastUsed(known.lastUsedAt() == null ? known.createdAt() : known.lastUsedAt())
                .build();
    }
}
