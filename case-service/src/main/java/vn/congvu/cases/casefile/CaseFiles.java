package vn.congvu.cases.casefile;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A page of a list. The criteria contain what the asker may see. */
    public List<CaseFile> page(List<Criteria> criteria, Sort sort, int limit) {
        return mongo.find(lean(all(criteria)).with(sort).limit(limit), CaseFile.class);
    }

    /** How many there are, counted no further than the limit. */
    public long count(List<Criteria> criteria, int limit) {
        return mongo.count(Query.query(all(criteria)).limit(limit), CaseFile.class);
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
