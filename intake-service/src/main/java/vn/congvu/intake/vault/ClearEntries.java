package vn.congvu.intake.vault;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Entries from before the vault was sealed: sealed where they lie, what was in clear removed in the same write. */
final class ClearEntries {
    private static final Logger log = LoggerFactory.getLogger(ClearEntries.class);
    private static final Bson CLEAR = Filters.exists("sealed", false);

    private final MongoTemplate mongo;
    private final VaultSeals seals;
    private final Instant now;

    ClearEntries(MongoTemplate mongo, VaultSeals seals, Instant now) {
        this.mongo = mongo;
        this.seals = seals;
        this.now = now;
    }

    void seal() {
        int identities = 0;
        for (var clear : all("vault_identities", Filters.and(CLEAR, Filters.exists("forgottenAt", false)))) {
            sealIdentity(clear);
            identities++;
        }
        int contacts = 0;
        for (var clear : all("vault_contacts", CLEAR)) {
            sealContact(clear);
            contacts++;
        }
        if (identities + contacts > 0) {
            log.info("{} identities and {} contacts that were kept in clear are sealed", identities, contacts);
        }
    }

    private List<Document> all(String collection, Bson filter) {
        return mongo.getCollection(collection).find(filter).into(new ArrayList<>());
    }

    private void sealIdentity(Document clear) {
        var ref = clear.getString("_id");
        var person = new Person(
                clear.getString("name"),
                clear.getString("phone"),
                clear.getString("email"),
                clear.getString("address"),
                clear.getString("onBehalfOf"));
        var sealed = seals.seal(ref, person);
        mongo.insert(sealed.key());
        var changes = new ArrayList<>(List.of(
                Updates.set("sealed", sealed.sealed()),
                Updates.set("keyId", sealed.key().id()),
                Updates.set("dueAt", Date.from(now))));
        report("identityRef", ref)
                .map(report -> report.getString("contactRef"))
                .ifPresent(contactRef -> changes.add(Updates.set("contactRef", contactRef)));
        List.of("name", "phone", "email", "address", "onBehalfOf").forEach(field -> changes.add(Updates.unset(field)));
        mongo.getCollection("vault_identities").updateOne(Filters.eq(ref), Updates.combine(changes));
    }

    private void sealContact(Document clear) {
        var ref = clear.getString("_id");
        var sealed = seals.sealContact(ref, clear.getString("phone"), clear.getString("email"));
        mongo.insert(sealed.key());
        var changes = new ArrayList<>(List.of(
                Updates.set("sealed", sealed.sealed()),
                Updates.set("keyId", sealed.key().id()),
                Updates.unset("phone"),
                Updates.unset("email")));
        report("contactRef", ref)
                .map(report -> report.getString("identityRef"))
                .ifPresent(identityRef -> changes.add(Updates.set("identityRef", identityRef)));
        mongo.getCollection("vault_contacts").updateOne(Filters.eq(ref), Updates.combine(changes));
    }

    private Optional<Document> report(String field, String ref) {
        return Optional.ofNullable(mongo.getCollection("complaints")
                .find(Filters.eq(field, ref))
                .projection(Projections.include("identityRef", "contactRef"))
                .first());
    }
}
