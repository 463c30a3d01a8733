package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What reporters say is right about themselves: sealed like the identity until the custodian has decided, then taken over. */
@Component
public class Corrections {
    private static final Logger log = LoggerFactory.getLogger(Corrections.class);

    private final MongoTemplate mongo;
    private final VaultSeals seals;
    private final IdentityOpener opener;
    private final Vault vault;
    private final Forgetting forgetting;

    Corrections(MongoTemplate mongo, VaultSeals seals, IdentityOpener opener, Vault vault, Forgetting forgetting) {
        this.mongo = mongo;
        this.seals = seals;
        this.opener = opener;
        this.vault = vault;
        this.forgetting = forgetting;
    }

    /**
     * Something sealed, to be kept by whoever asked for it.
     *
     * @param keyId of its data key, which the vault keeps
     * @param sealed base64
     */
    public record Sealed(String keyId, String sealed) {}

    /** @param requestId not used before */
    public Sealed seal(String requestId, Person wanted) {
        var sealed = seals.seal(owner(requestId), wanted);
        mongo.insert(sealed.key());
        return new Sealed(sealed.key().id(), sealed.sealed());
    }

    /** @return empty once it was forgotten */
    public Optional<Person> open(String requestId, Sealed correction) {
        return opener.open(correction.keyId(), correction.sealed(), owner(requestId));
    }

    /** Nobody reads it any more. */
    public void forget(Sealed correction) {
        mongo.remove(query(where("_id").is(correction.keyId())), VaultKey.class);
    }

    /**
     * Puts what is right in place of what was said, under a fresh key; the former key is destroyed. Done again, it changes nothing
     * that can be seen. Where the identity was forgotten meanwhile, it stays so.
     */
    public void apply(String identityRef, Person correction) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        if (identity == null
                || identity.keyId() == null
                || !(opener.open(identityRef) instanceof OpenedIdentity.Known(var person))) {
            log.info("identity {} is forgotten, there is nothing to correct", identityRef);
            return;
        }
        var corrected = person.correctedBy(correction);
        var sealed = seals.seal(identityRef, corrected);
        mongo.insert(sealed.key());
        var replaced = mongo.updateFirst(
                query(where("_id").is(identityRef).and("keyId").is(identity.keyId())),
                Update.update("sealed", sealed.sealed())
                        .set("keyId", sealed.key().id()),
                VaultIdentity.class);
        if (replaced.getModifiedCount() == 0) {
            mongo.remove(query(where("_id").is(sealed.key().id())), VaultKey.class);
            throw new IllegalStateException("identity " + identityRef + " changed while it was corrected");
        }
        mongo.remove(query(where("_id").is(identity.keyId())), VaultKey.class);
        if (identity.contactRef() != null) {
            correctContact(identity.contactRef(), corrected);
        }
    }

    private void correctContact(String contactRef, Person corrected) {
        var sealed = seals.sealContact(contactRef, corrected.phone(), corrected.email());
        mongo.insert(sealed.key());
        var update = Update.update("channel", Vault.reachedBy(corrected))
                .set("sealed", sealed.sealed())
                .set("keyId", sealed.key().id());
        if (corrected.phone() == null) {
            update.unset("person");
        } else {
            update.set("person", vault.personKey(corrected.phone()));
        }
        var before = mongo.findAndModify(query(where("_id").is(contactRef)), update, VaultContact.class);
        var noLongerUsed = before == null ? sealed.key().id() : before.keyId();
        if (noLongerUsed != null) {
            mongo.remove(query(where("_id").is(noLongerUsed)), ContactKey.class);
        }
        if (before != null && before.person() != null) {
            forgetting.forgetPhone(before.person());
        }
    }

    private static String owner(String requestId) {
        return "correction:" + requestId;
    }
}
