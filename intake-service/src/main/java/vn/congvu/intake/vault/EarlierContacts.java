package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives every contact that has none a data key of its own; begun again, it does the rest. */
final class EarlierContacts {
    private static final Logger log = LoggerFactory.getLogger(EarlierContacts.class);

    private final MongoTemplate mongo;
    private final VaultSeals seals;

    EarlierContacts(MongoTemplate mongo, VaultSeals seals) {
        this.mongo = mongo;
        this.seals = seals;
    }

    void giveKeys() {
        var contacts = mongo.getCollection("vault_contacts");
        int given = 0;
        for (var contact : contacts.find(Filters.gt("_id", ""))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("sealed", "keyId"))) {
            given += contact.containsKey("keyId") ? 0 : giveKey(contacts, contact);
        }
        log.info("{} contacts were given a data key of their own", given);
    }

    /** Who was corrected or forgotten in the meantime is left as that left it. */
    private int giveKey(MongoCollection<Document> contacts, Document contact) {
        var ref = contact.getString("_id");
        var forTheSender = contact.getString("sealed");
        var closed = seals.close(ref, forTheSender);
        mongo.insert(closed.key());
        var changed = contacts.updateOne(
                Filters.and(Filters.eq(ref), Filters.eq("sealed", forTheSender)),
                Updates.combine(
                        Updates.set("sealed", closed.sealed()),
                        Updates.set("keyId", closed.key().id())));
        if (changed.getModifiedCount() == 0) {
            mongo.remove(query(where("_id").is(closed.key().id())), ContactKey.class);
        }
        return (int) changed.getModifiedCount();
    }
}
