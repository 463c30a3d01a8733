package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.congvu.intake.vault.IdentityRequest.State;

/** The requests for identities. A decision and an opening are single conditional writes: of two at once, one holds. */
@Component
public class IdentityRequests {
    private static final int MOST_SHOWN = 200;

    private final MongoTemplate mongo;

    IdentityRequests(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void add(IdentityRequest request) {
        mongo.insert(request);
    }

    public Optional<IdentityRequest> find(String id) {
        return Optional.ofNullable(mongo.findById(id, IdentityRequest.class));
    }

    /** The newest {@value #MOST_SHOWN} of everybody. */
    public List<IdentityRequest> newest() {
        return newest(new Query());
    }

    /** The newest {@value #MOST_SHOWN} that this account asked for. */
    public List<IdentityRequest> newestOf(String subject) {
        return newest(query(where("requester.subject").is(subject)));
    }

    /** @return whether it was open until now, so that this decision holds */
    public boolean decide(String id, IdentityRequest.Decision decision, Optional<Instant> grantedUntil) {
        var update = Update.update("decision", decision)
                .set("state", grantedUntil.isPresent() ? State.APPROVED : State.REFUSED);
        grantedUntil.ifPresent(until -> update.set("grantedUntil", until));
        return mongo.updateFirst(query(with(id).and("state").is(State.REQUESTED)), update, IdentityRequest.class)
                        .getModifiedCount()
                == 1;
    }

    /** Writes an opening down, if the grant holds at that moment; never for the one who asked. */
    public Optional<IdentityRequest> opened(String id, String subject, Instant now) {
        return Optional.ofNullable(mongo.findAndModify(
                query(with(id).and("state")
                        .is(State.APPROVED)
                        .and("requester.subject")
                        .ne(subject)
                        .and("grantedUntil")
                        .gt(now)),
                new Update().push("openings", now),
                FindAndModifyOptions.options().returnNew(true),
                IdentityRequest.class));
    }

    /** How often something of a report was opened, by whomever. */
    int openings(String reference) {
        return mongo.find(query(where("reference").is(reference)), IdentityRequest.class).stream()
                .mapToInt(request -> request.openings().size())
                .sum();
    }

    private List<IdentityRequest> newest(Query which) {
        return mongo.find(
                which.with(Sort.by(Sort.Direction.DESC, "requestedAt")).limit(MOST_SHOWN), IdentityRequest.class);
    }

    private static Criteria with(String id) {
        return where("_id").is(id);
    }
}
