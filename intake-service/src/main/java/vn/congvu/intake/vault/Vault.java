package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Channel;
import vn.congvu.intake.phone.PhoneNumber;
import vn.congvu.intake.secret.ServerKey;

/**
 * Keeps who reported and how to reach them. References are opaque: computed with a key from what the report is known by, so that
 * a repeated report finds its own entry again and nobody without the key can compute one.
 */
@Component
public class Vault {
    private static final Logger log = LoggerFactory.getLogger(Vault.class);
    private static final int REFERENCE_LENGTH = 22;
    private static final int MOST_CONTACTS = 200;
    /** A retention that is set shorter takes effect within this time. */
    private static final Duration FIRST_LOOK = Duration.ofDays(30);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final VaultSeals seals;
    private final IdentityRequests requests;
    private final ServerKey.Keyed references;
    private final ServerKey.Keyed persons;
    private final ServerKey.Keyed samePersons;

    Vault(MongoTemplate mongo, Clock clock, VaultSeals seals, IdentityRequests requests, ServerKey key) {
        this.mongo = mongo;
        this.clock = clock;
        this.seals = seals;
        this.requests = requests;
        this.references = key.forPurpose("vault references");
        this.persons = key.forPurpose("vault index of phones");
        this.samePersons = key.forPurpose("same person");
    }

    /**
     * Seals and stores a person once.
     *
     * @param source what the report or message is known by: the same source and person give the same references
     */
    public Vaulted store(String source, Sender sender) {
        return switch (sender) {
            case Vaulted already -> already;
            case Person person -> person.isAnonymous() ? Vaulted.NOBODY : seal(source, person);
        };
    }

    private Vaulted seal(String source, Person person) {
        var seed = source + "\u001e" + person.canonical();
        var now = Instant.now(clock);
        var identityRef = reference("identity", seed);
        var isReachable = person.phone() != null || person.email() != null;
        var contactRef = isReachable ? reference("contact", seed) : null;
        var reachedBy = reachedBy(person);
        var sealed = seals.seal(identityRef, person);
        mongo.insert(sealed.key());
        var stored = insertOnce(new VaultIdentity(
                identityRef, sealed.sealed(), sealed.key().id(), contactRef, 0, now, now.plus(FIRST_LOOK), null));
        if (!stored) {
            mongo.remove(query(where("_id").is(sealed.key().id())), VaultKey.class);
            if (isForgotten(identityRef)) {
                return new Vaulted(identityRef, null, reachedBy, null);
            }
        }
        if (contactRef != null) {
            storeContact(contactRef, reachedBy, person, identityRef);
        }
        return new Vaulted(
                identityRef,
                contactRef,
                reachedBy,
                person.phone() == null ? null : samePersonRef(personKey(person.phone())));
    }

    private void storeContact(String contactRef, Channel reachedBy, Person person, String identityRef) {
        var sealed = seals.sealContact(contactRef, person.phone(), person.email());
        mongo.insert(sealed.key());
        var stored = insertOnce(new VaultContact(
                contactRef,
                reachedBy,
                sealed.sealed(),
                sealed.key().id(),
                person.phone() == null ? null : personKey(person.phone()),
                identityRef,
                Instant.now(clock)));
        if (!stored) {
            mongo.remove(query(where("_id").is(sealed.key().id())), ContactKey.class);
        }
    }

    /** How to reach somebody; for the sender of messages only, who alone can open it. */
    public Optional<Contact> contact(String contactRef) {
        return find(contactRef).flatMap(found -> forTheSender(found)
                .map(closed -> new Contact(found.channel(), closed, isHeard(found.person()))));
    }

    /** Empty once its key is destroyed. */
    private Optional<String> forTheSender(VaultContact contact) {
        return contact.keyId() == null
                ? Optional.of(contact.sealed())
                : Optional.ofNullable(mongo.findById(contact.keyId(), ContactKey.class))
                        .map(key -> seals.forTheSender(key, contact.ref(), contact.sealed()));
    }

    /** A phone has written or called, so it may be written to. */
    public void heardFrom(String phone) {
        insertOnce(new HeardPhone(personKey(phone), Instant.now(clock)));
    }

    private boolean isHeard(@Nullable String person) {
        return person != null && mongo.findById(person, HeardPhone.class) != null;
    }

    /** Whoever is reached so; nobody, if there is no such contact or it was forgotten. */
    public Vaulted owner(@Nullable String contactRef) {
        return Optional.ofNullable(contactRef)
                .flatMap(this::find)
                .map(found -> new Vaulted(
                        found.identityRef(),
                        found.ref(),
                        found.channel(),
                        found.person() == null ? null : samePersonRef(found.person())))
                .orElse(Vaulted.NOBODY);
    }

    /** Whether both references lead to the same phone. */
    public boolean samePerson(@Nullable String contactRef, @Nullable String other) {
        if (contactRef == null || other == null) {
            return false;
        }
        var key = find(contactRef).map(VaultContact::person);
        return key.isPresent() && key.equals(find(other).map(VaultContact::person));
    }

    /** A keyed code that is the same for the same phone and says nothing about it. */
    public String personKey(String phone) {
        return persons.code(phone);
    }

    private String samePersonRef(String personKey) {
        return samePersons.code(personKey).substring(0, REFERENCE_LENGTH);
    }

    /** The contacts stored for a phone, the newest first; at most {@value #MOST_CONTACTS}. */
    public List<String> contactsOf(String personKey) {
        return mongo
                .find(
                        query(where("person").is(personKey))
                                .with(Sort.by(Sort.Direction.DESC, "storedAt"))
                                .limit(MOST_CONTACTS),
                        VaultContact.class)
                .stream()
                .map(VaultContact::ref)
                .toList();
    }

    /**
     * How often who sent this report, or a file of it as it was sent, was looked at; the reporter sees the number.
     *
     * @param identityRef absent for an anonymous report
     */
    public int openedCount(@Nullable String identityRef, String reference) {
        var identity = identityRef == null ? null : mongo.findById(identityRef, VaultIdentity.class);
        return (identity == null ? 0 : identity.openedCount()) + requests.openings(reference);
    }

    /** The custodian looks because the reporter asked something about it; counted before anything is shown. */
    public void countOpening(String identityRef) {
        mongo.updateFirst(query(where("_id").is(identityRef)), new Update().inc("openedCount", 1), VaultIdentity.class);
    }

    private boolean isForgotten(String identityRef) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        return identity == null || identity.forgottenAt() != null;
    }

    private Optional<VaultContact> find(String contactRef) {
        return Optional.ofNullable(mongo.findById(contactRef, VaultContact.class));
    }

    /** The same reference means the same content, so a second insert has nothing to do. */
    private boolean insertOnce(Object entry) {
        try {
            mongo.insert(entry);
            return true;
        } catch (DuplicateKeyException alreadyStored) {
            log.debug("{} is in the vault already", entry);
            return false;
        }
    }

    private String reference(String kind, String seed) {
        return references.code(kind + "\u001e" + seed).substring(0, REFERENCE_LENGTH);
    }

    static Channel reachedBy(Person person) {
        if (person.phone() != null && new PhoneNumber(person.phone()).isVietnameseMobile()) {
            return Channel.SMS;
        }
        return person.email() != null || person.phone() == null ? Channel.WEB : Channel.HOTLINE;
    }
}
