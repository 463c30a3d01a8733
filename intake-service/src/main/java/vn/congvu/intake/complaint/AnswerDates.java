package vn.congvu.intake.complaint;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
    /** Every report asks for a table of which there is a new one each day: another replica's may be this old. */
    static final Duration AS_OLD_AS = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final LoadingCache<String, NavigableMap<Instant, Instant>> tables;

    /** The newest table wins, so that repeating or reordering the events changes nothing. */
    @Document("answer_dates")
    @TypeAlias("answer-dates")
    record StepTable(@Id String id, Instant publishedAt, List<Step> steps) {
        record Step(Instant receivedBefore, Instant dueAt) {}
    }

    @Autowired
    AnswerDates(MongoTemplate mongo) {
        this(mongo, Ticker.systemTicker());
    }

    AnswerDates(MongoTemplate mongo, Ticker ticker) {
        this.mongo = mongo;
        this.tables =
                Caffeine.newBuilder().expireAfterWrite(AS_OLD_AS).ticker(ticker).build(this::read);
    }

    Optional<Instant> expected(Instant receivedAt) {
        return expected(REPORTS, receivedAt);
    }

    /** For a question about the own data. */
    public Optional<Instant> dataRequestDue(Instant receivedAt) {
        return expected(DATA_REQUESTS, receivedAt);
    }

    private Optional<Instant> expected(String table, Instant receivedAt) {
        return Optional.ofNullable(tables.get(table).higherEntry(receivedAt)).map(Map.Entry::getValue);
    }

    /** From when on reports are answered by when. */
    private NavigableMap<Instant, Instant> read(String id) {
        var steps = new TreeMap<Instant, Instant>();
        var table = mongo.findById(id, StepTable.class);
        if (table != null) {
            table.steps().forEach(step -> steps.put(step.receivedBefore(), step.dueAt()));
        }
        return steps;
    }

    /** Takes over the tables, unless those at hand are as new. */
    public void remember(Received<AnswerDatesPublished> published) {
        var event = published.event();
        remember(REPORTS, event.publishedAt(), event.dates());
        if (event.dataRequestDates() != null) {
            remember(DATA_REQUESTS, event.publishedAt(), event.dataRequestDates());
        }
        tables.invalidateAll();
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
