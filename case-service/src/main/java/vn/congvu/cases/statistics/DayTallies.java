package vn.congvu.cases.statistics;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The days as they are stored, and what this replica has read of them, added up. */
@Component
class DayTallies {
    private static final Logger log = LoggerFactory.getLogger(DayTallies.class);
    /** Between the clocks of two machines. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int AT_ONCE = 100;

    private final MongoTemplate mongo;
    private final Clock machine = Clock.systemUTC();
    private volatile Read read = new Read(Map.of(), TallySums.NONE);
    private volatile Instant refreshed = Instant.EPOCH;

    DayTallies(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Each day as it was read last, and their sum. */
    private record Read(Map<String, DayTally> days, TallySums sums) {
        /** A day is replaced as a whole, unless a newer count of it has been read. */
        Read with(List<DayTally> counted) {
            var next = new TreeMap<>(days);
            var off = new ArrayList<Tally>();
            var more = new ArrayList<Tally>();
            for (var day : counted) {
                var before = next.get(day.day());
                if (before == null || before.version() < day.version()) {
                    next.put(day.day(), day);
                    off.addAll(before == null ? List.of() : before.all());
                    more.addAll(day.all());
                }
            }
            return new Read(next, sums.changed(off, more));
        }
    }

    TallySums sums() {
        return read.sums();
    }

    /** Whether anything has been read since the start of this replica. */
    boolean read() {
        return refreshed.isAfter(Instant.EPOCH);
    }

    List<DayTally> outdated() {
        return read.days().values().stream().filter(day -> day.outdated() > 0).toList();
    }

    Optional<String> last() {
        return read.days().keySet().stream().max(String::compareTo);
    }

    Optional<DayTally> stored(String day) {
        return Optional.ofNullable(mongo.findById(day, DayTally.class));
    }

    /** @return whether nobody else has written the day since it was read */
    boolean written(Optional<DayTally> before, DayTally counted) {
        boolean first = before.map(stored -> replaced(stored, counted)).orElseGet(() -> inserted(counted));
        if (first) {
            add(List.of(counted));
        }
        return first;
    }

    /** Reads what this or another replica has counted since the last time. */
    void refresh() {
        var begun = machine.instant();
        var changed = changedSince(refreshed.minus(SKEW));
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            var some = changed.subList(from, Math.min(changed.size(), from + AT_ONCE));
            add(mongo.find(query(where("_id").in(some)), DayTally.class));
        }
        refreshed = begun;
    }

    private synchronized void add(List<DayTally> counted) {
        read = read.with(counted);
    }

    /** Days are large, and many may have been counted in the same minute: only those that this replica does not know are read. */
    private List<String> changedSince(Instant moment) {
        var query = query(where("countedAt").gte(moment));
        query.fields().include("version");
        var known = read.days();
        return mongo.find(query, Document.class, mongo.getCollectionName(DayTally.class)).stream()
                .filter(row -> {
                    var day = known.get(row.getString("_id"));
                    return day == null
                            || day.version() < row.get("version", Number.class).longValue();
                })
                .map(row -> row.getString("_id"))
                .toList();
    }

    private boolean replaced(DayTally stored, DayTally counted) {
        var same = query(where("_id").is(stored.day()).and("version").is(stored.version()));
        return mongo.replace(same, counted).getModifiedCount() == 1;
    }

    private boolean inserted(DayTally counted) {
        try {
            mongo.insert(counted);
            return true;
        } catch (DuplicateKeyException another) {
            log.debug("{} was counted by another replica first", counted.day());
            return false;
        }
    }
}
