package vn.congvu.intake.complaint;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.elemMatch;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.platform.inbox.Received;

/** By when a report, or a question about one's own data, received now would be answered, as the case-service last said. */
@Component
public class AnswerDates {
    private static final Logger log = LoggerFactory.getLogger(AnswerDates.class);
    private static final String REPORTS = "latest";
    private static final String DATA_REQUESTS = "data-requests";

    private final MongoTemplate mongo;

    /** The newest table wins, so that repeating or reordering the events changes nothing. */
    @Document("answer_dates")
    @TypeAlias("answer-dates")
    record StepTable(@Id String id, Instant publishedAt, List<Step> steps) {
        record Step(Instant receivedBefore, Instant dueAt) {}
    }

    AnswerDates(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Instant> expected(Instant receivedAt) {
        return expected(REPORTS, receivedAt);
    }

    /** For a question about the own data. */
    public Optional<Instant> dataRequestDue(Instant receivedAt) {
        return expected(DATA_REQUESTS, receivedAt);
    }

    /** The steps are many and in their order: only the first that is still to come leaves the database. */
    private Optional<Instant> expected(String table, Instant receivedAt) {
        var found = mongo.getCollection(mongo.getCollectionName(StepTable.class))
                .find(eq("_id", table))
                .projection(elemMatch("steps", gt("receivedBefore", Date.from(receivedAt))))
                .first();
        return Optional.ofNullable(found)
                .map(steps -> steps.getList("steps", org.bson.Document.class))
                .map(steps -> steps.getFirst().getDate("dueAt").toInstant());
    }

    /** Takes over the tables, unless those at hand are as new. */
    public void remember(Received<AnswerDatesPublished> published) {
        var event = published.event();
        remember(REPORTS, event.publishedAt(), event.dates());
        if (event.dataRequestDates() != null) {
            remember(DATA_REQUESTS, event.publishedAt(), event.dataRequestDates());
        }
    }

    private void remember(String id, Instant publishedAt, List<AnswerDatesPublished.AnswerDate> dates) {
        var table = new StepTable(
                id,
                publishedAt,
                dates.stream()
                        .map(date -> new StepTable.Step(date.receivedBefore(), date.dueAt()))
                        .toList());
        var older = Query.query(Criteria.where("_id").is(id).and("publishedAt").lt(publishedAt));
        if (mongo.findAndReplace(older, table, FindAndReplaceOptions.empty()) != null) {
            return;
        }
        try {
            mongo.insert(table);
        } catch (DuplicateKeyException thereAlready) {
            log.debug("the answer dates at hand are as new");
        }
    }
}
