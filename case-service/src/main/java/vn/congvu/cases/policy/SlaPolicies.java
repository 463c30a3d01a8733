package vn.congvu.cases.policy;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The versions of the policy. Answers come from memory; a version made by another replica is seen within seconds. */
@Component
public class SlaPolicies {
    private static final Logger log = LoggerFactory.getLogger(SlaPolicies.class);

    private final MongoTemplate mongo;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** In the order in which they were made, so also of {@code effectiveFrom}. */
    private volatile List<Version> versions = List.of();

    record Version(SlaPolicy policy, Instant createdAt, String createdBy) {}

    SlaPolicies(MongoTemplate mongo, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.events = events;
        this.clock = clock;
    }

    /** The version that cases received at this instant start under. */
    public SlaPolicy inForce(Instant at) {
        List<Version> known = known();
        return known.reversed().stream()
                .map(Version::policy)
                .filter(policy -> !policy.effectiveFrom().isAfter(at))
                .findFirst()
                .orElseGet(() -> known.getFirst().policy());
    }

    /**
     * A version by its id, as a case keeps it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SlaPolicy version(String id) {
        return find(known(), id)
                .or(() -> find(refresh(), id))
                .orElseThrow(() -> new IllegalArgumentException("there is no policy " + id));
    }

    /**
     * The version that a case goes by now: the latest in force that applies to open cases, if it came after the one that the
     * case started under, and else that one.
     */
    public SlaPolicy holdsFor(String startedUnder, Instant now) {
        SlaPolicy own = version(startedUnder);
        SlaPolicy holds = own;
        boolean later = false;
        for (Version version : known()) {
            SlaPolicy policy = version.policy();
            if (later && policy.appliesToOpenCases() && !policy.effectiveFrom().isAfter(now)) {
                holds = policy;
            }
            later |= policy.id().equals(own.id());
        }
        return holds;
    }

    /** All versions, the latest first. */
    public List<SlaPolicy> all() {
        return known().reversed().stream().map(Version::policy).toList();
    }

    List<Version> known() {
        List<Version> known = versions;
        return known.isEmpty() ? refresh() : known;
    }

    /** Stores the next version. @return false when somebody else made one meanwhile */
    boolean add(long version, String by, PolicyText text) {
        try {
            mongo.insert(new StoredPolicy(version, clock.instant(), by, text));
        } catch (DuplicateKeyException taken) {
            return false;
        }
        refresh();
        return true;
    }

    @Scheduled(fixedDelayString = "${complaints.cases.policy.refresh:PT2S}")
    void follow() {
        try {
            refresh();
        } catch (DataAccessException away) {
            log.warn("new policies are not seen for now: {}", away.getMessage());
        }
    }

    List<Version> refresh() {
        List<Version> after;
        List<Version> added;
        synchronized (this) {
            List<Version> before = versions;
            added =
                    mongo
                            .find(query(where("_id").gt((long) before.size())).with(Sort.by("_id")), StoredPolicy.class)
                            .stream()
                            .map(stored -> new Version(stored.read(), stored.createdAt(), stored.createdBy()))
                            .toList();
            if (added.isEmpty() && !before.isEmpty()) {
                return before;
            }
            List<Version> all = new ArrayList<>(before);
            all.addAll(added);
            if (all.isEmpty()) {
                return List.of(new Version(SlaPolicy.productDefault(), Instant.EPOCH, PolicySeed.BY));
            }
            after = List.copyOf(all);
            versions = after;
        }
        added.forEach(version ->
                events.publishEvent(new SlaPolicyChanged(version.policy().id())));
        return after;
    }

    private static Optional<SlaPolicy> find(List<Version> versions, String id) {
        return versions.stream()
                .map(Version::policy)
                .filter(policy -> policy.id().equals(id))
                .findFirst();
    }
}
