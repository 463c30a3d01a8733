package vn.congvu.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index with many documents for a key, which the embedded server knows only by name: what a query asks costs what it may
 * find. Lies in memory and is made anew when a collection is opened.
 *
 * <p>The positions are candidates: the server matches each of them against the whole query, and sorts.
 */
final class SecondaryIndex<P> extends Index<P> {
    /** Stands behind every value. */
    private static final Object END = new Object();

    private static final Comparator<List<@Nullable Object>> ORDER = SecondaryIndex::compare;

    /** For each place the positions of those who stand there, by their ids: many share a word, hardly any a moment. */
    private final NavigableMap<List<@Nullable Object>, Map<Object, P>> entries = new TreeMap<>(ORDER);

    private @Nullable MongoCollection<P> collection;
    private boolean severalValues;

    SecondaryIndex(String name, List<IndexKey> keys) {
        // the server expects that a sparse index may know nothing of a document
        super(name, keys, true);
    }

    /** The server takes the first index that says yes, so only the strongest does. */
    @Override
    public synchronized boolean canHandle(Document query) {
        var strength = strength(query);
        return strength > 0 && (collection == null || strongest(collection.getIndexes(), query) <= strength);
    }

    private static <P> int strongest(Collection<Index<P>> indexes, Document query) {
        return indexes.stream()
                .mapToInt(index -> index instanceof SecondaryIndex<P> secondary ? secondary.strength(query) : 0)
                .max()
                .orElse(0);
    }

    private int strength(Document query) {
        var stretches = stretches(query);
        return stretches == null ? 0 : stretches.strength();
    }

    private @Nullable Stretches stretches(Document query) {
        return Stretches.of(query, keys(), !severalValues);
    }

    @Override
    public synchronized Iterable<P> getPositions(Document query) {
        var stretches = stretches(query);
        if (stretches == null) {
            throw new IllegalArgumentException(this + " was not asked whether it can handle " + query);
        }
        var positions = new LinkedHashSet<P>();
        for (var prefix : stretches.prefixes()) {
            var from = stretches.low() == null ? prefix : and(prefix, stretches.low());
            var to = and(stretches.high() == null ? prefix : and(prefix, stretches.high()), END);
            if (compare(from, to) < 0) {
                entries.subMap(from, to).values().forEach(there -> positions.addAll(there.values()));
            }
        }
        return new ArrayList<>(positions);
    }

    /**
     * The positions as they are to be listed.
     *
     * @return null where this index does not have that order
     */
    synchronized @Nullable Iterable<P> inOrder(Document query, Document order) {
        var stretches = stretches(query);
        if (stretches == null || severalValues || stretches.prefixes().size() != 1) {
            return null;
        }
        var equal = stretches.prefixes().getFirst().size();
        var next = keys().subList(equal, keys().size());
        var asked = List.copyOf(order.keySet());
        var directions = order.values().stream().distinct().toList();
        if (directions.size() != 1
                || !(directions.getFirst() instanceof Number direction)
                || asked.size() > next.size()
                || !next.subList(0, asked.size()).equals(asked)) {
            return null;
        }
        var positions = new ArrayList<P>();
        getPositions(query).forEach(positions::add);
        return direction.intValue() < 0 ? positions.reversed() : positions;
    }

    @Override
    public synchronized void add(Document document, P position, MongoCollection<P> collection) {
        this.collection = collection;
        var places = places(document);
        severalValues |= places.size() > 1;
        Map<Object, P> alone = Map.of(id(document), position);
        places.forEach(place -> entries.merge(place, alone, SecondaryIndex::together));
    }

    private static <P> Map<Object, P> together(Map<Object, P> there, Map<Object, P> alone) {
        // a place that one has for itself holds a map that can't be changed, and is small
        var all = there.size() == 1 ? new LinkedHashMap<>(there) : there;
        all.putAll(alone);
        return all;
    }

    @Override
    public synchronized @Nullable P remove(Document document) {
        var id = id(document);
        for (var place : places(document)) {
            entries.computeIfPresent(place, (same, there) -> without(id, there));
        }
        return null;
    }

    private static <P> @Nullable Map<Object, P> without(Object id, Map<Object, P> there) {
        if (!there.containsKey(id)) {
            return there;
        }
        if (there.size() == 1) {
            return null;
        }
        there.remove(id);
        return there.size() == 1 ? Map.copyOf(there) : there;
    }

    /** Asked of each index at each change; the one of the ids knows it sooner. */
    @Override
    public @Nullable P getPosition(Document document) {
        return null;
    }

    @Override
    public void updateInPlace(Document before, Document after, P position, MongoCollection<P> collection) {
        if (keys().stream().anyMatch(key -> !Objects.equals(value(before, key), value(after, key)))) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<P> collection) {
        // any number of documents may have the same values
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<P> collection) {
        // as above
    }

    @Override
    public synchronized long getCount() {
        return entries.values().stream().mapToLong(Map::size).sum();
    }

    @Override
    public synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public synchronized void drop() {
        entries.clear();
    }

    /** A document stands under each value of a list. */
    private List<List<@Nullable Object>> places(Document document) {
        List<List<@Nullable Object>> places = List.of(List.of());
        for (var key : keys()) {
            places = withEach(values(value(document, key)), places);
        }
        return places;
    }

    private static Object id(Document document) {
        return Objects.requireNonNull(normalized(document.get("_id")), "a stored document has an id");
    }

    private static List<List<@Nullable Object>> withEach(
            List<@Nullable Object> values, List<List<@Nullable Object>> places) {
        var longer = new ArrayList<List<@Nullable Object>>(places.size() * values.size());
        for (var place : places) {
            for (var value : values) {
                longer.add(and(place, value));
            }
        }
        return longer;
    }

    /** The server takes every name apart, again at each document; most have no parts. */
    private static @Nullable Object value(Document document, String key) {
        return key.indexOf('.') < 0
                ? document.getOrMissing(key)
                : Utils.getSubdocumentValueCollectionAware(document, key);
    }

    private static List<@Nullable Object> values(@Nullable Object value) {
        var values = new ArrayList<@Nullable Object>();
        if (value instanceof Collection<?> several && !several.isEmpty()) {
            several.stream().map(SecondaryIndex::normalized).distinct().forEach(values::add);
        } else {
            values.add(value instanceof Collection<?> ? null : normalized(value));
        }
        return values;
    }

    /** As the server compares: numbers of any type are equal, what is missing is null. */
    static @Nullable Object normalized(@Nullable Object value) {
        return new KeyValue(Collections.singletonList(value)).normalized().get(0);
    }

    private static List<@Nullable Object> and(List<@Nullable Object> values, @Nullable Object value) {
        var longer = new ArrayList<@Nullable Object>(values.size() + 1);
        longer.addAll(values);
        longer.add(value);
        return longer;
    }

    /** By the server's own order of values; what has ended stands before what goes on. */
    private static int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (int i = 0; i < one.size() && i < other.size(); i++) {
            var compared = compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == END || other == END) {
            return one == other ? 0 : one == END ? 1 : -1;
        }
        // the server compares these two kinds the same way, after it has looked for their places among all kinds
        if (one instanceof String text && other instanceof String next) {
            return text.compareTo(next);
        }
        if (one instanceof Instant moment && other instanceof Instant next) {
            return moment.compareTo(next);
        }
        return ValueComparator.ascWithoutListHandling().compare(one, other);
    }
}
