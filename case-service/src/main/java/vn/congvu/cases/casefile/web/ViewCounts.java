package vn.congvu.cases.casefile.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.casefile.CaseFiles.OpenInState;
import vn.congvu.cases.casefile.CaseState;

/**
 * The numbers at the views. Few are counted at every look; thousands are counted once in some seconds, and whoever looks meanwhile
 * sees the same numbers.
 */
@Component
class ViewCounts {
    /** Nobody misses one of so many. */
    private static final long MANY = 2_000;

    private static final Duration KEPT_FOR = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 1_000;

    private final CaseFiles files;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    ViewCounts(CaseFiles files) {
        this.files = files;
    }

    private record Kept(Map<String, Long> counts, long untilNanos) {
        boolean good() {
            return System.nanoTime() - untilNanos < 0;
        }
    }

    /**
     * @param asked what the caller may see of what was searched for
     * @param closed what is closed within it
     * @param most counted no further
     */
    Map<String, Long> of(List<Criteria> asked, Criteria closed, Instant now, Instant endOfDay, Instant soon, int most) {
        var key = asked.stream()
                .map(each -> each.getCriteriaObject().toJson())
                .toList()
                .toString();
        return once(key, () -> count(asked, closed, now, endOfDay, soon, most));
    }

    /** Whoever asks meanwhile waits for the same numbers. */
    private Map<String, Long> once(String key, Supplier<Map<String, Long>> counting) {
        var known = kept.get(key);
        if (known != null && known.good()) {
            return known.counts();
        }
        if (kept.size() > MOST_KEPT) {
            kept.values().removeIf(old -> !old.good());
        }
        var counted = kept.compute(key, (same, before) -> before != null && before.good() ? before : counted(counting));
        if (!counted.good()) {
            kept.remove(key, counted);
        }
        return counted.counts();
    }

    private static Kept counted(Supplier<Map<String, Long>> counting) {
        var counts = counting.get();
        boolean many = counts.values().stream().anyMatch(count -> count > MANY);
        return new Kept(counts, System.nanoTime() + (many ? KEPT_FOR.toNanos() : 0));
    }

    private Map<String, Long> count(
            List<Criteria> asked, Criteria closed, Instant now, Instant endOfDay, Instant soon, int most) {
        var open = files.open(asked, now, endOfDay, soon);
        var counts = new LinkedHashMap<String, Long>();
        counts.put("inbox", sum(open, null, OpenInState::all));
        counts.put("new", sum(open, CaseState.ASSIGNED, OpenInState::all));
        counts.put("due-today", sum(open, null, OpenInState::today));
        counts.put("due-soon", sum(open, null, OpenInState::soon));
        counts.put("overdue", sum(open, null, OpenInState::overdue));
        counts.put("waiting", sum(open, CaseState.WAITING, OpenInState::all));
        counts.put("drafts", sum(open, null, OpenInState::drafted));
        counts.put(
                "closed",
                files.count(Stream.concat(asked.stream(), Stream.of(closed)).toList(), most));
        counts.put("triage", sum(open, CaseState.TRIAGE, OpenInState::all));
        counts.replaceAll((view, count) -> Math.min(count, most));
        return counts;
    }

    private static long sum(List<OpenInState> open, @Nullable CaseState state, ToLongFunction<OpenInState> part) {
        Predicate<OpenInState> wanted = some -> state == null || some.state() == state;
        return open.stream().filter(wanted).mapToLong(part).sum();
    }
}
