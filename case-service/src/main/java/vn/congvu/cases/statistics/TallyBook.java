package vn.congvu.cases.statistics;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseFact;
import vn.congvu.cases.casefile.CaseFacts;
import vn.congvu.cases.casefile.CaseFacts.Uncounted;

/**
 * The counts behind every statistic, kept by day of receipt. Each change of a case marks it uncounted in the same write; its day
 * is counted anew, and only then the mark is taken off, unless the case has changed again. A crash in between repeats the count.
 */
@Component
class TallyBook {
    private static final Logger log = LoggerFactory.getLogger(TallyBook.class);
    private static final int AT_ONCE = 1_000;
    /** Between the clocks of two machines. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final CaseFacts cases;
    private final MongoTemplate mongo;
    private final WorkCalendars calendars;
    private final StatisticsProperties properties;
    private final Clock machine = Clock.systemUTC();
    private final Counter wrong;
    private final ReentrantLock counting = new ReentrantLock();
    /** Read by this replica; a day is replaced as a whole. */
    private volatile Map<String, DayTally> known = Map.of();

    TallyBook(
            CaseFacts cases,
            MongoTemplate mongo,
            WorkCalendars calendars,
            StatisticsProperties properties,
            MeterRegistry meters) {
        this.cases = cases;
        this.mongo = mongo;
        this.calendars = calendars;
        this.properties = properties;
        this.wrong = Counter.builder("complaints.statistics.days.wrong")
                .description("Days whose counts differed from their cases when they were compared")
                .register(meters);
    }

    /** Everything counted; what has changed is counted first, save days that are too large to be counted at every look. */
    Tallies current() {
        count();
        return new Tallies(
                known.values().stream().flatMap(day -> day.tallies().stream()).toList());
    }

    @Scheduled(fixedDelayString = "${complaints.cases.statistics.interval:PT2S}")
    void count() {
        counting.lock();
        try {
            List<Uncounted> changed;
            boolean any;
            do {
                changed = cases.uncounted(AT_ONCE);
                any = countDaysOf(changed);
            } while (any && changed.size() == AT_ONCE);
            refresh();
        } finally {
            counting.unlock();
        }
    }

    /**
     * Compares every day with its cases and mends what differs.
     *
     * @return how many days were wrong
     */
    @Scheduled(
            initialDelayString = "${complaints.cases.statistics.compare-after:PT1H}",
            fixedDelayString = "${complaints.cases.statistics.compare-every:P1D}")
    int reconcile() {
        int mended = 0;
        for (var day : everyDay()) {
            var stored = mongo.findById(day, DayTally.class);
            var counted = tallies(day);
            boolean changing = cases.anyUncounted(start(day), end(day));
            if (!changing && !(stored == null ? counted.isEmpty() : stored.says(counted))) {
                log.warn("The counts of {} differed from its cases and were counted anew", day);
                wrong.increment();
                count(day);
                mended++;
            }
        }
        refresh();
        return mended;
    }

    private boolean countDaysOf(List<Uncounted> changed) {
        var byDay = changed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.receivedAt().atZone(zone()).toLocalDate().toString()));
        boolean any = false;
        for (var day : byDay.entrySet()) {
            var stored = mongo.findById(day.getKey(), DayTally.class);
            if (stored == null || !stored.rests(machine.instant(), properties.noRestBelow())) {
                count(day.getKey());
                cases.counted(day.getValue());
                any = true;
            }
        }
        return any;
    }

    /** Another replica that counted at the same time may have read older cases: whoever writes second counts again. */
    private void count(String day) {
        while (true) {
            var stored = mongo.findById(day, DayTally.class);
            long begun = System.nanoTime();
            var tallies = tallies(day);
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            var counted =
                    new DayTally(day, stored == null ? 1 : stored.version() + 1, machine.instant(), took, tallies);
            if (written(stored, counted)) {
                return;
            }
        }
    }

    private boolean written(@Nullable DayTally stored, DayTally counted) {
        if (stored != null) {
            var same = query(where("_id").is(stored.day()).and("version").is(stored.version()));
            return mongo.replace(same, counted).getModifiedCount() == 1;
        }
        try {
            mongo.insert(counted);
            return true;
        } catch (DuplicateKeyException another) {
            log.debug("{} was counted by another replica first", counted.day());
            return false;
        }
    }

    private List<Tally> tallies(String day) {
        List<CaseFact> facts = new ArrayList<>();
        cases.each(start(day), end(day), facts::add);
        return Tally.of(facts, zone());
    }

    /** What this or another replica has counted since the last look. */
    private void refresh() {
        var latest = known.values().stream()
                .map(DayTally::countedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var changed = changedSince(latest.minus(SKEW));
        if (changed.isEmpty()) {
            return;
        }
        var newer = mongo.find(query(where("_id").in(changed)), DayTally.class);
        var next = new TreeMap<>(known);
        newer.forEach(day -> next.merge(day.day(), day, (old, fresh) -> fresh.version() > old.version() ? fresh : old));
        known = next;
    }

    /** Days are large, and many may have been counted in the same minute: only those that this replica does not know are read. */
    private List<String> changedSince(Instant moment) {
        var query = query(where("countedAt").gte(moment));
        query.fields().include("version");
        return mongo.find(query, Document.class, mongo.getCollectionName(DayTally.class)).stream()
                .filter(row -> {
                    var day = known.get(row.getString("_id"));
                    return day == null
                            || day.version() < row.get("version", Number.class).longValue();
                })
                .map(row -> row.getString("_id"))
                .toList();
    }

    private List<String> everyDay() {
        var days = new ArrayList<String>();
        var first = cases.first().map(at -> at.atZone(zone()).toLocalDate());
        var last = known.isEmpty() ? null : LocalDate.parse(new TreeMap<>(known).lastKey());
        first.ifPresent(from -> from.datesUntil((last == null || last.isBefore(from) ? from : last).plusDays(1))
                .forEach(day -> days.add(day.toString())));
        return days;
    }

    private Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(zone()).toInstant();
    }

    private Instant end(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return calendars.common().zone();
    }
}
