package vn.congvu.intake.atrest;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Seals what was kept in clear, document by document: begun again, it does the rest. */
final class EarlierWords {
    private static final Logger log = LoggerFactory.getLogger(EarlierWords.class);

    private final MongoTemplate mongo;
    private final SealedFields fields;

    EarlierWords(MongoTemplate mongo, SealedFields fields) {
        this.mongo = mongo;
        this.fields = fields;
    }

    void seal() {
        for (var collection : SealedFields.collections()) {
            int sealed = 0;
            for (var document :
                    mongo.getCollection(collection).find(Filters.gt("_id", "")).sort(Sorts.ascending("_id"))) {
                sealed += seal(collection, document) ? 1 : 0;
            }
            log.info("{} of {} were in clear and are sealed", sealed, collection);
        }
    }

    /** Who changed the document in the meantime has sealed it. */
    private boolean seal(String collection, Document document) {
        if (!fields.seal(collection, document)) {
            return false;
        }
        var set = new Document();
        for (var root : SealedFields.roots(collection)) {
            if (document.containsKey(root)) {
                set.put(root, document.get(root));
            }
        }
        mongo.getCollection(collection).updateOne(unchanged(document), new Document("$set", set));
        return true;
    }

    private static Bson unchanged(Document document) {
        var id = Filters.eq(document.get("_id"));
        var revision = document.get("revision", Document.class);
        return revision == null ? id : Filters.and(id, Filters.eq("revision.version", revision.get("version")));
    }
}
