package vn.congvu.cases.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Counts over dossiers, for those who watch. */
@Component
public class DossierCounts {
    private final MongoTemplate mongo;

    DossierCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Public apologies for dossiers within a time, by agency. */
    public Map<String, Long> apologies(Instant from, Instant before) {
        var within = new Document("apologies", new Document("$gte", from).append("$lt", before));
        return count(
                new Document("$match", within), new Document("$unwind", "$apologies"), new Document("$match", within));
    }

    /** Dossiers whose promised date has passed, by agency. */
    public Map<String, Long> overdue(Instant now) {
        var late = new Document("open", true).append("promise.dueAt", new Document("$lt", now));
        return count(new Document("$match", late));
    }

    private Map<String, Long> count(Document... stages) {
        var group = new Document("_id", "$agency.code").append("count", new Document("$sum", 1));
        var pipeline = new ArrayList<>(List.of(stages));
        pipeline.add(new Document("$group", group));
        var counts = new HashMap<String, Long>();
        mongo.getCollection(mongo.getCollectionName(Dossier.class))
                .aggregate(pipeline)
                .forEach(row ->
                        counts.put(row.getString("_id"), row.get("count") instanceof Number n ? n.longValue() : 0L));
        return counts;
    }
}
