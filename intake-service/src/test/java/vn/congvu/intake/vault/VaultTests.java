package vn.congvu.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.platform.sealing.CannotOpenException;
import vn.congvu.platform.sealing.PrivateOpener;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.TestKeySet;
import vn.congvu.platform.testing.TestKeys;

@IntakeTest
class VaultTests {
    private static final Person SOMEBODY = new Person("Người dân", "+84912000111", "dan@example.vn", "Phường 1", null);

    @Autowired
    Vault vault;

    @Autowired
    VaultSeals seals;

    @Autowired
    Forgetting forgetting;

    @Autowired
    IdentityRequests requests;

    @Autowired
    ServerKey serverKey;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void onlyTheCustodiansKeyOpensAnIdentity() throws Exception {
        var ref = identityRef(store(vault));

        assertThat(opened(ref, TestKeys.IDENTITY_KEYS.opener())).contains("Người dân", "+84912000111", "Phường 1");
        assertThatThrownBy(() -> opened(ref, TestKeys.CONTACT_KEYS.opener())).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void whatIsSealedForOneIdentityOpensForNoOther() {
        var one = identity(identityRef(store(vault)));
        var another = identityRef(store(vault));
        var key = Objects.requireNonNull(mongo.findById(Objects.requireNonNull(one.keyId()), VaultKey.class));

        assertThatThrownBy(() -> TestKeys.IDENTITY_KEYS.opener().open(key.wrapped(), another))
                .isInstanceOf(CannotOpenException.class);
    }

    @Test
    void theSameReportSentByManyAtOnceIsOneIdentityAndOneContactWithOneKeyEach() throws Exception {
        long keys = keys();
        var source = "web:" + UUID.randomUUID();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stored = threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(any -> (Callable<Vaulted>) () -> vault.store(source, SOMEBODY))
                    .toList());
            var refs = stored.stream()
                    .map(future -> identityRef(future.resultNow()))
                    .distinct()
                    .toList();
            assertThat(refs).hasSize(1);
            assertThat(opened(refs.getFirst(), TestKeys.IDENTITY_KEYS.opener())).contains("Người dân");
        }
        assertThat(keys()).as("of the identity and of the contact").isEqualTo(keys + 2);
    }

    @Test
    void whatWasForgottenCantBeReadAndDoesNotComeBack() {
        var source = "web:" + UUID.randomUUID();
        var vaulted = vault.store(source, SOMEBODY);
        var ref = identityRef(vaulted);
        var contactRef = Objects.requireNonNull(vaulted.contactRef());
        var keyId = Objects.requireNonNull(identity(ref).keyId());

        forgetting.forget(ref);
        forgetting.forget(ref);

        assertThat(mongo.findById(keyId, VaultKey.class)).isNull();
        assertThat(identity(ref).sealed()).isNull();
        assertThat(identity(ref).forgottenAt()).isEqualTo(clock.instant());
        assertThat(vault.contact(contactRef)).isEmpty();
        assertThat(vault.owner(contactRef)).isEqualTo(Vaulted.NOBODY);
        long keys = keys();

        vault.store(source, SOMEBODY);

        assertThat(identity(ref).sealed()).isNull();
        assertThat(vault.contact(contactRef)).isEmpty();
        assertThat(keys()).isEqualTo(keys);
    }

    @Test
    void onlyTheSenderOfMessagesOpensAContact() {
        var ref = contactRef(store(vault));

        var sealed = vault.contact(ref).orElseThrow().sealed();

        assertThat(asTheSender(sealed, ref)).contains("+84912000111", "dan@example.vn");
        assertThatThrownBy(() -> TestKeys.IDENTITY_KEYS.opener().open(sealed, ref))
                .isInstanceOf(CannotOpenException.class);
    }

    @Test
    void aForgottenContactOpensInNoCopyThatWasMadeBefore() {
        var vaulted = store(vault);
        var ref = contactRef(vaulted);
        var copy = contact(ref);

        forgetting.forget(identityRef(vaulted));

        assertThat(mongo.findById(Objects.requireNonNull(copy.keyId()), ContactKey.class))
                .isNull();
        assertThatThrownBy(() -> asTheSender(copy.sealed(), ref)).isInstanceOf(CannotOpenException.class);
        mongo.insert(copy);
        assertThat(vault.contact(ref)).as("put back from a backup").isEmpty();
    }

    @Test
    void theKeyOfAContactLiesSealed() {
        var keyId = Objects.requireNonNull(contact(contactRef(store(vault))).keyId());

        var key = Objects.requireNonNull(mongo.getCollection("vault_keys")
                .find(new Document("_id", keyId))
                .first());

        assertThat(key.get("key")).isInstanceOf(Binary.class);
        assertThat(new String(key.get("key", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Objects.requireNonNull(mongo.findById(keyId, ContactKey.class))
                        .key());
    }

    @Test
    void aContactOfAnEarlierVersionIsGivenAKeyAndReachedAsBefore() {
        var ref = contactRef(store(vault));
        var given = contact(ref);
        var bySealAlone = vault.contact(ref).orElseThrow().sealed();
        mongo.save(new VaultContact(
                ref, given.channel(), bySealAlone, null, given.person(), given.identityRef(), given.storedAt()));
        assertThat(asTheSender(vault.contact(ref).orElseThrow().sealed(), ref)).contains("+84912000111");

        new EarlierContacts(mongo, seals).giveKeys();
        var keys = keys();
        new EarlierContacts(mongo, seals).giveKeys();

        assertThat(keys()).isEqualTo(keys);
        assertThat(contact(ref).sealed()).isNotEqualTo(bySealAlone);
        assertThat(vault.contact(ref).orElseThrow().sealed()).isEqualTo(bySealAlone);
    }

    @Test
    void afterARotationOldAndNewIdentitiesOpen() throws Exception {
        var old = TestKeySet.create();
        var rotated = old.rotated();
        var before = identityRef(store(vaultSealingFor(old)));
        var after = identityRef(store(vaultSealingFor(rotated)));

        assertThat(opened(before, rotated.opener())).contains("Người dân");
        assertThat(opened(after, rotated.opener())).contains("Người dân");
        assertThatThrownBy(() -> opened(after, old.opener())).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void whatWasKeptInClearIsSealedWhereItLies() throws Exception {
        var ref = UUID.randomUUID().toString();
        mongo.getCollection("vault_identities")
                .insertOne(new Document("_id", ref)
                        .append("name", "Người cũ")
                        .append("phone", "+84912000222")
                        .append("address", "Thôn cũ")
                        .append("openedCount", 2)
                        .append("storedAt", new Date()));
        mongo.getCollection("vault_contacts")
                .insertOne(new Document("_id", "c-" + ref)
                        .append("channel", "SMS")
                        .append("phone", "+84912000222")
                        .append("person", "code")
                        .append("storedAt", new Date()));
        mongo.getCollection("complaints")
                .insertOne(new Document("_id", ref)
                        .append("ingestKey", ref)
                        .append("reference", ref)
                        .append("identityRef", ref)
                        .append("contactRef", "c-" + ref));
        try {
            new ClearEntries(mongo, seals, clock.instant()).seal();
            new ClearEntries(mongo, seals, clock.instant()).seal();
        } finally {
            mongo.getCollection("complaints").deleteOne(new Document("_id", ref));
        }

        assertThat(opened(ref, TestKeys.IDENTITY_KEYS.opener())).contains("Người cũ", "+84912000222", "Thôn cũ");
        assertThat(identity(ref).contactRef()).isEqualTo("c-" + ref);
        assertThat(vault.openedCount(ref, ref)).isEqualTo(2);
        var contact = vault.contact("c-" + ref).orElseThrow();
        assertThat(new String(
                        TestKeys.CONTACT_KEYS.opener().open(contact.sealed(), "c-" + ref), StandardCharsets.UTF_8))
                .contains("+84912000222");
        assertThat(vault.owner("c-" + ref).identityRef()).isEqualTo(ref);
        assertThat(mongo.getCollection("vault_identities")
                        .find(new Document("_id", ref))
                        .first()
                        .toJson())
                .doesNotContain("Người cũ", "912000222", "Thôn cũ");
        assertThat(mongo.getCollection("vault_contacts")
                        .find(new Document("_id", "c-" + ref))
                        .first()
                        .toJson())
                .doesNotContain("912000222");
    }

    private static Vaulted store(Vault vault) {
        return vault.store("web:" + UUID.randomUUID(), SOMEBODY);
    }

    private Vault vaultSealingFor(TestKeySet keys) {
        return new Vault(
                mongo, clock, new VaultSeals(keys.sealer(), TestKeys.CONTACT_KEYS.sealer()), requests, serverKey);
    }

    private static String identityRef(Vaulted vaulted) {
        return Objects.requireNonNull(vaulted.identityRef());
    }

    private static String contactRef(Vaulted vaulted) {
        return Objects.requireNonNull(vaulted.contactRef());
    }

    private static String asTheSender(String sealed, String contactRef) {
        return new String(TestKeys.CONTACT_KEYS.opener().open(sealed, contactRef), StandardCharsets.UTF_8);
    }

    private VaultContact contact(String ref) {
        return Objects.requireNonNull(mongo.findById(ref, VaultContact.class));
    }

    private VaultIdentity identity(String ref) {
        return Objects.requireNonNull(mongo.findById(ref, VaultIdentity.class));
    }

    private long keys() {
        return mongo.getCollection("vault_keys").countDocuments();
    }

    private String opened(String ref, PrivateOpener opener) throws Exception {
        var identity = identity(ref);
        var key = Objects.requireNonNull(mongo.findById(Objects.requireNonNull(identity.keyId()), VaultKey.class));
        var person = new AesGcmJce(opener.open(key.wrapped(), ref))
                .decrypt(
                        Base64.getDecoder().decode(Objects.requireNonNull(identity.sealed())),
                        ref.getBytes(StandardCharsets.UTF_8));
        return Citizen.JSON.readTree(person).toString();
    }
}
