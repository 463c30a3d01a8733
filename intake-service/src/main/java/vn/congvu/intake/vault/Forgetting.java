package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Makes identities unreadable for good, by destroying their keys; and hands out those that are to be looked at. */
@Component
public class Forgetting {
    private final MongoTemplate mongo;
    private final Clock clock;

    /** An identity whose time may have come. */
    public record Candidate(String identityRef, Instant storedAt) {}

    Forgetting(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Destroys the key of an identity, then its contact, the key first; said again, it does the rest of what a crash left. What was sealed is
     * removed too, and no copy of it can be read.
     */
    public void forget(String identityRef) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        if (identity == null) {
            return;
        }
        if (identity.keyId() != null) {
            mongo.remove(query(where("_id").is(identity.keyId())), VaultKey.class);
        }
        if (identity.contactRef() != null) {
            forgetContact(identity.contactRef());
        }
        mongo.updateFirst(
                query(where("_id").is(identityRef)),
                new Update()
                        .set("forgottenAt", clock.instant())
                        .unset("sealed")
                        .unset("keyId")
                        .unset("contactRef")
                        .unset("dueAt"),
                VaultIdentity.class);
    }

    private void forgetContact(String contactRef) {
        var found = mongo.findById(contactRef, VaultContact.class);
        if (found != null && found.keyId() != null) {
            mongo.remove(query(where("_id").is(found.keyId())), ContactKey.class);
        }
        var contact = mongo.findAndRemove(query(where("_id").is(contactRef)), VaultContact.class);
        if (contact != null && contact.person() != null) {
            forgetPhone(contact.person());
        }
    }

    /** With the last contact of a phone goes what is known of the phone. */
    void forgetPhone(String person) {
        if (mongo.findOne(query(where("person").is(person)), VaultContact.class) == null) {
            mongo.remove(query(where("_id").is(person)), HeardPhone.class);
        }
    }

    /** Identities to look at now, each handed to one caller for the length of the lease. */
    public List<Candidate> claimDue(int most, Duration lease) {
        var now = clock.instant();
        return mongo
                .find(query(where("dueAt").lte(now)).with(Sort.by("dueAt")).limit(most), VaultIdentity.class)
                .stream()
                .flatMap(due -> Optional.ofNullable(mongo.findAndModify(
                                query(where("_id").is(due.ref()).and("dueAt").is(due.dueAt())),
                                Update.update("dueAt", now.plus(lease)),
                                VaultIdentity.class))
                        .stream())
                .map(claimed -> new Candidate(claimed.ref(), claimed.storedAt()))
                .toList();
    }

    public void lookAgain(String identityRef, Instant at) {
        mongo.updateFirst(
                query(where("_id").is(identityRef).and("forgottenAt").is(null)),
                Update.update("dueAt", at),
                VaultIdentity.class);
    }
}
