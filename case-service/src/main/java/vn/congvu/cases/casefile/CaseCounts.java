package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What is due within a short time, asked of the case files themselves: it costs what is due in it. */
@Component
public class CaseCounts {
    private final MongoTemplate mongo;

    CaseCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** @param agency code, absent for what waits for triage */
    public record Due(@Nullable String agency, Instant dueAt) {}

    /** Open cases that are due after one instant and before another, within what the asker may see. */
    public List<Due> dueBetween(Criteria visible, Instant after, Instant before) {
        var between = Criteria.where("lookup.open")
                .is(true)
                .and("lookup.sortAt")
                .gt(after)
                .lt(before)
                .and("lookup.dueAt")
                .gt(after)
                .lt(before);
        var query = Query.query(new Criteria().andOperator(between, visible));
        query.fields().include("lookup.assignedTo", "lookup.dueAt");
        return mongo.find(query, Document.class, mongo.getCollectionName(CaseFile.class)).stream()
                .map(row -> row.get("lookup", Document.class))
                .map(lookup -> new Due(
                        lookup.getString("assignedTo"), lookup.getDate("dueAt").toInstant()))
                .toList();
    }
}
