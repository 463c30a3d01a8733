package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What is due, counted over the case files themselves: it changes with the time of day, and costs what is due. */
@Component
public class CaseCounts {
    private final MongoTemplate mongo;

    CaseCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** @param agency code, absent for what waits for triage */
    public record Due(@Nullable String agency, long today, long overdue) {}

    /** Open cases that are due by the end of the day or were due before, by agency, within what the asker may see. */
    public List<Due> due(Criteria visible, Instant now, Instant endOfDay) {
        var soon = Criteria.where("lookup.open")
                .is(true)
                .and("lookup.sortAt")
                .lte(endOfDay)
                .and("lookup.dueAt")
                .lte(endOfDay);
        var late = new Document("$lt", List.of("$lookup.dueAt", now));
        var group = new Document("_id", "$lookup.assignedTo")
                .append("all", new Document("$sum", 1))
                .append("overdue", new Document("$sum", new Document("$cond", List.of(late, 1, 0))));
        var due = new ArrayList<Due>();
        mongo.getCollection(mongo.getCollectionName(CaseFile.class))
                .aggregate(List.of(
                        new Document(
                                "$match",
                                new Criteria().andOperator(soon, visible).getCriteriaObject()),
                        new Document("$group", group)))
                .forEach(row -> {
                    long overdue = number(row, "overdue");
                    due.add(new Due(row.getString("_id"), number(row, "all") - overdue, overdue));
                });
        return due;
    }

    private static long number(Document row, String name) {
        return row.get(name) instanceof Number n ? n.longValue() : 0;
    }
}
