package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Counts over case files, for those who watch. Each is one pass over an index range. */
@Component
public class CaseCounts {
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final MongoTemplate mongo;

    CaseCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** @param agency code, absent for what waits for triage */
    public record Load(@Nullable String agency, long open, long dueToday, long overdue, long flagged) {}

    /** So many answers of an agency that took so many working days. */
    public record Answered(String agency, int workingDays, boolean late, long count) {}

    /** Open cases by agency, within what the asker may see. */
    public List<Load> open(Criteria visible, Instant now, Instant endOfDay) {
        var due = new Document("$ifNull", List.of("$lookup.dueAt", NEVER));
        var today = new Document(
                "$and", List.of(new Document("$gte", List.of(due, now)), new Document("$lte", List.of(due, endOfDay))));
        var group = new Document("_id", "$lookup.assignedTo")
                .append("open", new Document("$sum", 1))
                .append("dueToday", sumIf(today))
                .append("overdue", sumIf(new Document("$lt", List.of(due, now))))
                .append("flagged", sumIf(new Document("$eq", List.of("$lookup.flagged", true))));
        var loads = new ArrayList<Load>();
        for (Document row : aggregate(match(open(), visible), new Document("$group", group))) {
            loads.add(new Load(
                    row.getString("_id"),
                    number(row, "open"),
                    number(row, "dueToday"),
                    number(row, "overdue"),
                    number(row, "flagged")));
        }
        return loads;
    }

    /** Answers sent within a time, without joined duplicates and praise, by agency and how long they took. */
    public List<Answered> answered(Instant from, Instant before) {
        var sent = new Document("lookup.answeredAt", new Document("$gte", from).append("$lt", before))
                .append("lookup.mergedInto", null)
                .append("report.kind", new Document("$ne", "PRAISE"));
        var by = new Document("agency", "$lookup.answeredBy")
                .append("days", "$lookup.workingDays")
                .append("late", "$lookup.late");
        var group = new Document("_id", by).append("count", new Document("$sum", 1));
        var answered = new ArrayList<Answered>();
        for (Document row : aggregate(new Document("$match", sent), new Document("$group", group))) {
            var id = row.get("_id", Document.class);
            answered.add(new Answered(
                    id.getString("agency"),
                    (int) number(id, "days"),
                    id.getBoolean("late", false),
                    number(row, "count")));
        }
        return answered;
    }

    /** Public apologies for cases within a time, by agency. */
    public Map<String, Long> apologies(Instant from, Instant before) {
        var within = new Document("apologies", new Document("$gte", from).append("$lt", before));
        var pipeline = List.of(
                new Document("$match", within),
                new Document("$unwind", "$apologies"),
                new Document("$match", within),
                new Document(
                        "$group", new Document("_id", "$lookup.assignedTo").append("count", new Document("$sum", 1))));
        var counts = new HashMap<String, Long>();
        mongo.getCollection(mongo.getCollectionName(CaseFile.class))
                .aggregate(pipeline)
                .forEach(row -> counts.merge(String.valueOf(row.get("_id")), number(row, "count"), Long::sum));
        return counts;
    }

    private Iterable<Document> aggregate(Document... stages) {
        return mongo.getCollection(mongo.getCollectionName(CaseFile.class)).aggregate(List.of(stages));
    }

    private static Criteria open() {
        return Criteria.where("lookup.open").is(true);
    }

    private static Document match(Criteria... criteria) {
        return new Document("$match", new Criteria().andOperator(criteria).getCriteriaObject());
    }

    private static Document sumIf(Document condition) {
        return new Document("$sum", new Document("$cond", List.of(condition, 1, 0)));
    }

    private static long number(Document row, String name) {
        return row.get(name) instanceof Number n ? n.longValue() : 0;
    }
}
