package vn.congvu.cases.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;

/**
 * Keeps the whole directory in memory and looks for a new version every few seconds. While the database is away it
 * answers from what it knows.
 */
@Component
class StoredDirectory implements Directory {
    private static final int MOST_VIEWS = 12;
    /** More than 2,700 years. */
    private static final long DAYS_OF_A_VERSION = 1_000_000;

    private static final Logger log = LoggerFactory.getLogger(StoredDirectory.class);

    /** @param turns the days on which something begins or ends: between two of them every day has the same view */
    private record Known(
            long version,
            DirectoryData data,
            Map<Misconduct, MisconductLabel> labels,
            TreeSet<LocalDate> turns,
            Map<LocalDate, DirectoryView> views) {}

    private final DirectoryStore store;
    private final DirectoryProperties properties;
    private final Clock clock;
    private final Map<Misconduct, Bilingual> defaults = MisconductLabels.defaults();
    private final ReentrantLock refreshing = new ReentrantLock();
    /** Absent until somebody asks first: the directory may still be filled while the service starts. */
    private volatile @Nullable Known known;

    private volatile long askedAt;
    private volatile long loadedAt;

    StoredDirectory(DirectoryStore store, DirectoryProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public DirectoryView on(LocalDate date) {
        var now = fresh();
        var turn = Objects.requireNonNullElse(now.turns().floor(date), LocalDate.MIN);
        var view = now.views().get(turn);
        if (view == null) {
            if (now.views().size() >= MOST_VIEWS) {
                now.views().clear();
            }
            view = now.views().computeIfAbsent(turn, any -> now.data().on(date));
        }
        return view;
    }

    @Override
    public long edition(LocalDate date) {
        return fresh().version() * DAYS_OF_A_VERSION + Math.clamp(date.toEpochDay(), 0, DAYS_OF_A_VERSION - 1);
    }

    @Override
    public Bilingual label(Misconduct misconduct, LocalDate on) {
        var own = fresh().labels().get(misconduct);
        var word = Objects.requireNonNull(defaults.get(misconduct));
        return own == null ? word : own.on(on).orElse(word);
    }

    /** The directory of today, in the province's calendar. */
    DirectoryView today() {
        return on(day());
    }

    LocalDate day() {
        return LocalDate.now(clock.withZone(properties.zone()));
    }

    /** Everything of all times, as last read. */
    DirectoryData data() {
        return fresh().data();
    }

    /** Reads everything again at once: this replica just changed it. */
    void reload() {
        refreshing.lock();
        try {
            known = load();
        } finally {
            refreshing.unlock();
        }
    }

    private Known fresh() {
        var present = known;
        if (present == null) {
            return first();
        }
        if (System.nanoTime() - askedAt > properties.refresh().toNanos() && refreshing.tryLock()) {
            try {
                boolean old = System.nanoTime() - loadedAt > properties.reload().toNanos();
                if (old || store.version() != present.version()) {
                    present = load();
                    known = present;
                }
            } catch (DataAccessException away) {
                log.warn("the directory can't be refreshed, going on with version {}", present.version(), away);
            } finally {
                askedAt = System.nanoTime();
                refreshing.unlock();
            }
        }
        return present;
    }

    private Known first() {
        refreshing.lock();
        try {
            var loaded = known == null ? load() : known;
            known = loaded;
            return Objects.requireNonNull(loaded);
        } finally {
            refreshing.unlock();
        }
    }

    private Known load() {
        // the version first: a change between the two reads is then loaded once more, never missed
        long version = store.version();
        var data = store.load();
        var labels = new EnumMap<Misconduct, MisconductLabel>(Misconduct.class);
        store.labels().forEach(l -> MisconductLabels.named(l.code()).ifPresent(m -> labels.put(m, l)));
        var now = System.nanoTime();
        askedAt = now;
        loadedAt = now;
        return new Known(version, data, labels, turns(data), new ConcurrentHashMap<>());
    }

    private static TreeSet<LocalDate> turns(DirectoryData data) {
        var turns = new TreeSet<LocalDate>();
        Stream.of(
                        data.agencies().values(),
                        data.communes().values(),
                        data.postings().values())
                .flatMap(files -> files.stream().flatMap(List::stream))
                .forEach(period -> Turns.of(period, turns));
        return turns;
    }
}
