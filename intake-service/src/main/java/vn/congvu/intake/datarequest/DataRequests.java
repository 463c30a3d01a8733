package vn.congvu.intake.datarequest;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The requests as they are stored. */
@Component
class DataRequests {
    private static final int MOST_SHOWN = 200;

    private final MongoTemplate mongo;

    DataRequests(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<DataRequest> find(String id) {
        return Optional.ofNullable(mongo.findById(id, DataRequest.class));
    }

    /** In the order in which they came. */
    List<DataRequest> of(String complaintId) {
        return mongo.find(query(where("complaintId").is(complaintId)).with(Sort.by("receivedAt")), DataRequest.class);
    }

    /** Those that wait, the next due first; then the others, the newest first. At most {@value #MOST_SHOWN} of each. */
    List<DataRequest> list() {
        var waiting = mongo.find(
                query(where("state").is(DataRequest.State.OPEN))
                        .with(Sort.by("dueAt"))
                        .limit(MOST_SHOWN),
                DataRequest.class);
        var newest = mongo.find(
                new Query().with(Sort.by(Sort.Direction.DESC, "receivedAt")).limit(MOST_SHOWN), DataRequest.class);
        return Stream.concat(
                        waiting.stream(), newest.stream().filter(request -> request.state() != DataRequest.State.OPEN))
                .toList();
    }

    List<DataRequest> toLookAt(Instant now) {
        return mongo.find(
                query(where("lookAt").lte(now)).with(Sort.by("lookAt")).limit(MOST_SHOWN), DataRequest.class);
    }

    /** How many wait although their time is over. */
    long overdue(Instant now) {
        return mongo.count(
                query(where("state").is(DataRequest.State.OPEN).and("dueAt").lte(now)), DataRequest.class);
    }
}
