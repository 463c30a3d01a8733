package vn.congvu.intake.complaint;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Reference;
import vn.congvu.intake.complaint.ComplaintChange.Decision;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.sealing.Sealer;

/** The reports, and the only way to change one. */
@Component
public class Complaints {
    /** Fifty sendings to one report at the same moment all come through. */
    private static final int MOST_TRIES = 100;

    private static final long LONGEST_WAIT = Duration.ofMillis(20).toNanos();

    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final Sealer sealer;

    Complaints(MongoTemplate mongo, Aggregates aggregates, Sealer sealer) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.sealer = sealer;
    }

    public Optional<Complaint> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Complaint.class));
    }

    public Optional<Complaint> byIngestKey(String ingestKey) {
        return Optional.ofNullable(mongo.findOne(query(where("ingestKey").is(ingestKey)), Complaint.class));
    }

    public Optional<Complaint> byReference(Reference reference) {
        return Optional.ofNullable(mongo.findOne(query(where("reference").is(reference.value())), Complaint.class));
    }

    /** The one of this sender, by the reference that the vault gave. */
    public Optional<Complaint> byIdentity(String identityRef) {
        return Optional.ofNullable(mongo.findOne(query(where("identityRef").is(identityRef)), Complaint.class));
    }

    /** The one that took a message in. */
    public Optional<Complaint> byMessage(String messageId) {
        return Optional.ofNullable(
                mongo.findOne(query(where("messages.messageId").is(messageId)), Complaint.class));
    }

    /** Those of one person, by the references that the vault gave. */
    public List<Complaint> byContacts(Collection<String> contactRefs) {
        return contactRefs.isEmpty()
                ? List.of()
                : mongo.find(query(where("contactRef").in(contactRefs)), Complaint.class);
    }

    /**
     * Changes a report, deciding again when somebody else was quicker.
     *
     * @return as stored after the change, or as it is if the change had been made before
     * @throws Problem if the change is refused
     */
    public Complaint change(String id, ComplaintChange change) {
        for (int tries = 1; ; tries++) {
            var complaint = byId(id).orElseThrow(() -> new IllegalStateException("complaint " + id + " is gone"));
            switch (ComplaintChange.decide(complaint, change, sealer::seal)) {
                case Decision.Unchanged() -> {
                    return complaint;
                }
                case Decision.Refused(var reason) -> throw new Problem(ComplaintProblems.NOT_POSSIBLE_NOW, reason);
                case Decision.Changed(var changed, var event) -> {
                    try {
                        return aggregates.update(changed, List.of(event));
                    } catch (StaleRevisionException quicker) {
                        if (tries == MOST_TRIES) {
                            throw quicker;
                        }
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT));
                    }
                }
            }
        }
    }
}
