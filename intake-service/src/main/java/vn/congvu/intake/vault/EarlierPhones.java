package vn.congvu.intake.vault;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The phones that wrote or called before that was written down: people with an open report go on getting messages. */
final class EarlierPhones {
    private static final Logger log = LoggerFactory.getLogger(EarlierPhones.class);
    private static final Set<String> NOT_THE_WEB = Set.of("SMS", "HOTLINE", "OPERATOR");

    private final MongoTemplate mongo;
    private final Instant now;

    EarlierPhones(MongoTemplate mongo, Instant now) {
        this.mongo = mongo;
        this.now = now;
    }

    void remember() {
        var persons = new LinkedHashSet<@Nullable String>();
        all("sms_messages", "person").forEach(message -> persons.add(message.getString("person")));
        all("complaints", "channel", "contactRef").forEach(report -> {
            if (NOT_THE_WEB.contains(report.getString("channel")) && report.getString("contactRef") != null) {
                persons.add(personOf(report.getString("contactRef")));
            }
        });
        persons.stream().filter(Objects::nonNull).forEach(person -> mongo.save(new HeardPhone(person, now)));
        log.info("{} phones have written or called before", persons.size());
    }

    private FindIterable<Document> all(String collection, String... fields) {
        return mongo.getCollection(collection)
                .find(Filters.gt("_id", ""))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include(fields));
    }

    private @Nullable String personOf(String contactRef) {
        Document contact = mongo.getCollection("vault_contacts")
                .find(Filters.eq(contactRef))
                .projection(Projections.include("person"))
                .first();
        return contact == null ? null : contact.getString("person");
    }
}
