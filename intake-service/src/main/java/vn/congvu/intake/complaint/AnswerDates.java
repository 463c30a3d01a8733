package vn.congvu.intake.complaint;

import java.time.Instant;
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

/** By when a report received now would be answered, as the case-service last said. */
@Component
public class AnswerDates {
    private static final Logger log = LoggerFactory.getLogger(AnswerDates.class);
    private static final String LATEST = "latest";

    private final MongoTemplate mongo;

    /** The newest table wins, so that repeating or reordering the events changes nothing. */
    @Document("answer_dates")
    @TypeAlias("answer-dates")
    record StepTable(@Id String id, Instant publishedAt, List<Step> steps) {
        record Step(Instant receivedBefore, Instant dueAt) {}

        Optional<Instant> expected(Instant receivedAt) {
            return steps.stream()
                    .filter(step -> receivedAt.isBefore(step.receivedBefore()))
                    .findFirst()
                    .map(Step::dueAt);
        }
    }

    AnswerDates(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Instant> expected(Instant receivedAt) {
        return Optional.ofNullable(mongo.findById(LATEST, StepTable.class))
                .flatMap(table -> table.expected(receivedAt));
    }

    /** Takes over a table, unless the one at hand is as new. */
    public void remember(Received<AnswerDatesPublished> published) {
        var event = published.event();
        var table = new StepTable(
                LATEST,
                event.publishedAt(),
                event.dates().stream()
                        .map(date -> new StepTable.Step(date.receivedBefore(), date.dueAt()))
                        .toList());
        var older =
                Query.query(Criteria.where("_id").is(LATEST).and("publishedAt").lt(event.publishedAt()));
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
