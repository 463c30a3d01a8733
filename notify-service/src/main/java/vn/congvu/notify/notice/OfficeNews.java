package vn.congvu.notify.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/**
 * What an office was told, for its page: the same messages that go to its mailbox, or would if it had one. They belong to the
 * office, so whoever takes it over sees them; what was read is kept for each account.
 */
@Component
class OfficeNews {
    /** Older ones have been dealt with, or are in the list of what is overdue. */
    private static final Duration NEWS = Duration.ofDays(30);

    private static final int MOST = 100;
    private static final List<Role> OFFICES =
            List.of(Role.AGENCY_HEAD, Role.AGENCY_OFFICER, Role.MONITOR, Role.CUSTODIAN);
    /** Home Affairs, where the directory names no office, and the custodian. */
    private static final String ANYBODY = "*";

    private final MongoTemplate mongo;
    private final Clock clock;

    OfficeNews(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** A message, and whether this account has seen it. */
    record Item(Notice notice, boolean read) {}

    /** The newest first. */
    List<Item> of(Caller caller) {
        var marks = marks(caller);
        return mongo
                .find(
                        query(own(caller).and("createdAt").gt(clock.instant().minus(NEWS)))
                                .with(Sort.by(Sort.Direction.DESC, "createdAt", "_id"))
                                .limit(MOST),
                        Notice.class)
                .stream()
                .map(notice -> new Item(notice, marks.covers(notice)))
                .toList();
    }

    /** Marks one as read; empty where it is not told to the caller's office. */
    Optional<Notice> read(String id, Caller caller) {
        var notice =
                Optional.ofNullable(mongo.findOne(query(own(caller).and("_id").is(id)), Notice.class));
        notice.ifPresent(found -> mongo.save(marks(caller).with(found)));
        return notice;
    }

    /** Marks everything as read that was told by then. */
    void readUntil(Instant until, Caller caller) {
        mongo.save(marks(caller).until(until));
    }

    private ReadMarks marks(Caller caller) {
        var stored = mongo.findById(caller.subject(), ReadMarks.class);
        return stored == null ? ReadMarks.none(caller.subject()) : stored;
    }

    private static Criteria own(Caller caller) {
        var agency = caller.agencyCode();
        var roles = OFFICES.stream().filter(caller::has).map(Role::name).toList();
        var agencies = Stream.of(agency, caller.has(Role.MONITOR) || caller.has(Role.CUSTODIAN) ? ANYBODY : null)
                .flatMap(Stream::ofNullable)
                .toList();
        return where("office.agencyCode").in(agencies).and("office.role").in(roles);
    }
}
