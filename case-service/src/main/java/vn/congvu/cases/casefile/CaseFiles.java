package vn.congvu.cases.casefile;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The case files, read. They are written through {@link CaseDesk} only. */
@Repository
public class CaseFiles {
    private final MongoTemplate mongo;

    CaseFiles(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<CaseFile> find(String id) {
        return Optional.ofNullable(mongo.findOne(lean(where("_id").is(id)), CaseFile.class));
    }

    /** The case if it lies within what the asker may see. */
    public Optional<CaseFile> find(String id, Criteria visible) {
        return Optional.ofNullable(
                mongo.findOne(lean(new Criteria().andOperator(where("_id").is(id), visible)), CaseFile.class));
    }

    /** By what people call it, within what the asker may see; the first matter where it was split. */
    public Optional<CaseFile> byReference(String reference, Criteria visible) {
        var query = lean(new Criteria()
                .andOperator(
                        where("report.reference").is(reference), where("partOf").isNull(), visible));
        return Optional.ofNullable(mongo.findOne(query, CaseFile.class));
    }

    /** The case of a complaint and those split off from it, in their order. */
    List<CaseFile> ofComplaint(String complaintId) {
        return mongo.find(lean(where("report.complaintId").is(complaintId)).with(Sort.by("_id")), CaseFile.class);
    }

    /** What something must happen to by now, the longest waiting first. */
    List<CaseFile> due(Instant now, int limit) {
        var query = lean(where("lookup.nextDueAt").lte(now));
        return mongo.find(query.with(Sort.by("lookup.nextDueAt")).limit(limit), CaseFile.class);
    }

    /** Open cases after an id, in the order of their ids. */
    List<CaseFile> openAfter(String id, int limit) {
        var query = lean(where("lookup.open").is(true).and("_id").gt(id));
        return mongo.find(query.with(Sort.by("_id")).limit(limit), CaseFile.class);
    }

    /** How many are open. */
    long open() {
        return count(List.of(where("lookup.open").is(true)), Integer.MAX_VALUE);
    }

    /** What an agency has that is open, in no order; to be closed. */
    Stream<CaseFile> openAt(String agency) {
        return mongo.stream(
                lean(where("lookup.assignedTo").is(agency).and("lookup.open").is(true)), CaseFile.class);
    }

    /** A page of a list. The criteria contain what the asker may see. */
    public List<CaseFile> page(List<Criteria> criteria, Sort sort, int limit) {
        return mongo.find(lean(all(criteria)).with(sort).limit(limit), CaseFile.class);
    }

    /** How many there are, counted no further than the limit. */
    public long count(List<Criteria> criteria, int limit) {
        return mongo.count(Query.query(all(criteria)).limit(limit), CaseFile.class);
    }

    /** Open cases of one state, and how many of them are due by some moments. */
    public record OpenInState(CaseState state, long all, long overdue, long today, long soon, long drafted) {}

    /** All open ones in one pass: lists are ordered by what is due, so what has no deadline is told apart by it. */
    public List<OpenInState> open(List<Criteria> criteria, Instant now, Instant endOfDay, Instant soon) {
        var within = new ArrayList<>(criteria);
        within.add(where("lookup.open").is(true));
        var group = new Document("_id", "$state")
                .append("all", new Document("$sum", 1))
                .append("overdue", dueBetween(Instant.EPOCH, now))
                .append("today", dueBetween(now, endOfDay))
                .append("soon", dueBetween(now, soon.plusMillis(1)))
                .append("drafted", new Document("$sum", new Document("$cond", List.of("$lookup.drafted", 1, 0))));
        var states = new ArrayList<OpenInState>();
        mongo.getCollection(mongo.getCollectionName(CaseFile.class))
                .aggregate(
                        List.of(new Document("$match", all(within).getCriteriaObject()), new Document("$group", group)))
                .forEach(row -> states.add(new OpenInState(
                        CaseState.valueOf(row.getString("_id")),
                        number(row, "all"),
                        number(row, "overdue"),
                        number(row, "today"),
                        number(row, "soon"),
                        number(row, "drafted"))));
        return states;
    }

    private static Document dueBetween(Instant from, Instant before) {
        var due = List.of(
                new Document("$gte", List.of("$lookup.dueAt", from)),
                new Document("$lt", List.of("$lookup.dueAt", before)));
        return new Document("$sum", new Document("$cond", List.of(new Document("$and", due), 1, 0)));
    }

    private static long number(Document row, String name) {
        return row.get(name) instanceof Number n ? n.longValue() : 0;
    }

    private static Criteria all(List<Criteria> criteria) {
        return new Criteria().andOperator(new ArrayList<>(criteria));
    }

    private static Query lean(Criteria criteria) {
        var query = Query.query(criteria);
        query.fields().exclude("outbox", "applied");
        return query;
    }
}
