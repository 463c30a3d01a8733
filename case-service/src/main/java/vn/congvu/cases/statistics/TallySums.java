package vn.congvu.cases.statistics;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.statistics.Tally.What;

/**
 * The tallies of all days of receipt added up, by what they count and when that happened. Immutable: a change copies only the
 * times that it touches, so it costs what has changed, and a look costs the time that it asks for.
 */
record TallySums(Map<What, NavigableMap<String, List<Tally>>> byTime) {
    static final TallySums NONE = new TallySums(Map.of());

    /** Takes what a day said off, and adds what it says now. */
    TallySums changed(Collection<Tally> off, Collection<Tally> more) {
        var changes = new HashMap<Tally, Tally>();
        more.forEach(tally -> changes.merge(tally.kind(), tally, Tally::plus));
        off.forEach(tally -> changes.merge(tally.kind(), tally.counted(-tally.count()), Tally::plus));
        var next = new EnumMap<What, NavigableMap<String, List<Tally>>>(What.class);
        next.putAll(byTime);
        changes.values().stream()
                .filter(change -> change.count() != 0)
                .collect(groupingBy(Tally::what, groupingBy(TallySums::time)))
                .forEach((what, times) -> next.put(what, changed(times(what), times)));
        return new TallySums(next);
    }

    Stream<Tally> of(What what) {
        return all(times(what));
    }

    /** Both included. */
    Stream<Tally> of(What what, String from, String to) {
        return from.compareTo(to) > 0 ? Stream.of() : all(times(what).subMap(from, true, to, true));
    }

    private static NavigableMap<String, List<Tally>> changed(
            NavigableMap<String, List<Tally>> before, Map<String, List<Tally>> changes) {
        var after = new TreeMap<>(before);
        changes.forEach((time, some) -> after.compute(time, (_, there) -> sum(there, some)));
        return after;
    }

    private static @Nullable List<Tally> sum(@Nullable List<Tally> before, List<Tally> changes) {
        var sums = new LinkedHashMap<Tally, Tally>();
        if (before != null) {
            before.forEach(tally -> sums.put(tally.kind(), tally));
        }
        changes.forEach(change -> sums.merge(change.kind(), change, Tally::plus));
        var left = sums.values().stream().filter(tally -> tally.count() != 0).toList();
        return left.isEmpty() ? null : left;
    }

    private NavigableMap<String, List<Tally>> times(What what) {
        return byTime.getOrDefault(what, Collections.emptyNavigableMap());
    }

    private static Stream<Tally> all(NavigableMap<String, List<Tally>> times) {
        return times.values().stream().flatMap(List::stream);
    }

    private static String time(Tally tally) {
        return tally.day() == null ? "" : tally.day();
    }
}
