package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
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

    private final MongoTemplate mongo;
    private final Clock clock;
    private final ServerKey.Keyed references;
    private final ServerKey.Keyed persons;
    private final ServerKey.Keyed samePersons;

    Vault(MongoTemplate mongo, Clock clock, ServerKey key) {
        this.mongo = mongo;
        this.clock = clock;
        this.references = key.forPurpose("vault references");
        this.persons = key.forPurpose("vault index of phones");
        this.samePersons = key.forPurpose("same person");
    }

    /**
     * Stores a person once.
     *
     * @param source what the report or message is known by: the same source and person give the same references
     */
    public Vaulted store(String source, Person person) {
        if (person.isAnonymous()) {
            return new Vaulted(null, null, Channel.WEB);
        }
        var seed = source + "\u001e" + person.canonical();
        var now = Instant.now(clock);
        var identityRef = reference("identity", seed);
        insertOnce(new VaultIdentity(
                identityRef,
                person.name(),
                person.phone(),
                person.email(),
                person.address(),
                person.onBehalfOf(),
                0,
                now));
        var reachedBy = reachedBy(person);
        if (person.phone() == null && person.email() == null) {
            return new Vaulted(identityRef, null, reachedBy);
        }
        var contactRef = reference("contact", seed);
        var key = person.phone() == null ? null : personKey(person.phone());
        insertOnce(new VaultContact(contactRef, reachedBy, person.phone(), person.email(), key, now));
        return new Vaulted(identityRef, contactRef, reachedBy);
    }

    /** How to reach somebody; for the sender of messages only. */
    public Optional<Contact> contact(String contactRef) {
        return find(contactRef).map(found -> new Contact(found.channel(), found.phone(), found.email()));
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

    /** What others may know two reports of one phone by; it opens nothing and is not the vault's own index. */
    public Optional<String> samePersonRef(@Nullable String contactRef) {
        return contactRef == null
                ? Optional.empty()
                : find(contactRef)
                        .map(VaultContact::person)
                        .map(key -> samePersons.code(key).substring(0, REFERENCE_LENGTH));
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

    /** How often the custodian opened this identity; the reporter sees the number. */
    public int openedCount(@Nullable String identityRef) {
        var identity = identityRef == null ? null : mongo.findById(identityRef, VaultIdentity.class);
        return identity == null ? 0 : identity.openedCount();
    }

    private Optional<VaultContact> find(String contactRef) {
        return Optional.ofNullable(mongo.findById(contactRef, VaultContact.class));
    }

    /** The same reference means the same content, so a second insert has nothing to do. */
    private void insertOnce(Object entry) {
        try {
            mongo.insert(entry);
        } catch (DuplicateKeyException alreadyStored) {
            log.debug("{} is in the vault already", entry);
        }
    }

    private String reference(String kind, String seed) {
        return references.code(kind + "\u001e" + seed).substring(0, REFERENCE_LENGTH);
    }

    private static Channel reachedBy(Person person) {
        if (person.phone() != null && new PhoneNumber(person.phone()).isVietnameseMobile()) {
            return Channel.SMS;
        }
        return person.email() != null || person.phone() == null ? Channel.WEB : Channel.HOTLINE;
    }
}
