package vn.congvu.cases.calendar;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The changes of the calendar in the database. */
@Repository
class CalendarStore {
    private final MongoTemplate mongo;

    CalendarStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Those after a version, in their order. */
    List<CalendarChange> after(long version) {
        return mongo.find(query(where("_id").gt(version)).with(Sort.by("_id")), CalendarChange.class);
    }

    /** The latest ones, newest first. */
    List<CalendarChange> latest(int count) {
        return mongo.find(
                query(where("_id").gt(0L))
                        .with(Sort.by(Sort.Direction.DESC, "_id"))
                        .limit(count),
                CalendarChange.class);
    }

    /** @return false when another change took this version first */
    boolean append(CalendarChange change) {
        try {
            mongo.insert(change);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
