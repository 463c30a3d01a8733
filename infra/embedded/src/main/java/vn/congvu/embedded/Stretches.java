package vn.congvu.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of an index in which everything lies that a query may find: its leading keys equal to what the query names,
 * and the key after them between two bounds.
 *
 * @param prefixes what the leading keys are equal to, one list for each stretch, all of the same length
 * @param low the least value of the next key, null if it has no bound
 * @param high the greatest value of the next key, null if it has no bound
 */
record Stretches(
        List<List<@Nullable Object>> prefixes,
        @Nullable Object low,
        @Nullable Object high) {
    private static final int AT_MOST = 256;

    /**
     * @param keys of the index, in its order
     * @param bothBounds whether one value must satisfy both bounds; not so where a document has several for a key
     * @return null if the query says nothing of the first key that an index could use
     */
    static @Nullable Stretches of(Document query, List<String> keys, boolean bothBounds) {
        List<List<@Nullable Object>> prefixes = List.of(List.of());
        for (var key : keys) {
            var conditions = conditions(query, key);
            var equal = conditions.stream()
                    .map(Stretches::equalTo)
                    .filter(values -> values != null && !values.isEmpty())
                    .findFirst()
                    .orElse(null);
            if (equal == null || prefixes.size() * equal.size() > AT_MOST) {
                return bounded(prefixes, conditions, bothBounds);
            }
            prefixes = prefixes.stream()
                    .flatMap(prefix -> equal.stream().map(value -> and(prefix, value)))
                    .toList();
        }
        return new Stretches(prefixes, null, null);
    }

    private static @Nullable Stretches bounded(
            List<List<@Nullable Object>> prefixes, List<@Nullable Object> conditions, boolean bothBounds) {
        var low = bound(conditions, "$gt", "$gte");
        var high = bound(conditions, "$lt", "$lte");
        if (low == null && high == null) {
            return prefixes.getFirst().isEmpty() ? null : new Stretches(prefixes, null, null);
        }
        if (low != null && high != null && !bothBounds) {
            high = null;
        }
        return new Stretches(prefixes, low == null ? least(high) : low, high);
    }

    /** The more, the fewer documents are left to look at. */
    int strength() {
        return 2 * prefixes.getFirst().size() + (low == null ? 0 : 1);
    }

    /** What a query asks of a key, at its top or within {@code $and}. */
    private static List<@Nullable Object> conditions(Document query, String key) {
        var found = new ArrayList<@Nullable Object>();
        for (var part : query.entrySet()) {
            if (part.getKey().equals(key)) {
                found.add(part.getValue());
            } else if (part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all) {
                all.forEach(each -> found.addAll(conditions((Document) each, key)));
            }
        }
        return found;
    }

    /** The values that a condition allows, null if it is not of that kind. */
    private static @Nullable List<@Nullable Object> equalTo(@Nullable Object condition) {
        if (condition == null || isPlain(condition)) {
            return and(List.of(), SecondaryIndex.normalized(condition));
        }
        if (!(condition instanceof Document operators)) {
            return null;
        }
        if (operators.containsKey("$eq") && operators.get("$eq") != null) {
            return equalTo(operators.get("$eq"));
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(value -> value == null || isPlain(value))) {
            var all = new ArrayList<@Nullable Object>();
            values.stream().map(SecondaryIndex::normalized).distinct().forEach(all::add);
            return all;
        }
        return null;
    }

    private static @Nullable Object bound(List<@Nullable Object> conditions, String exclusive, String inclusive) {
        for (var condition : conditions) {
            if (condition instanceof Document operators) {
                var value = operators.getOrDefault(exclusive, operators.get(inclusive));
                if (value != null && isPlain(value)) {
                    return SecondaryIndex.normalized(value);
                }
            }
        }
        return null;
    }

    /** Where values of the same type begin: a bound never reaches over to another type. */
    private static @Nullable Object least(@Nullable Object value) {
        if (value instanceof Instant) {
            return Instant.MIN;
        }
        if (value instanceof Number) {
            return Double.NEGATIVE_INFINITY;
        }
        return value instanceof String ? "" : null;
    }

    private static boolean isPlain(Object value) {
        return switch (value) {
            case String text -> true;
            case Number number -> true;
            case Boolean truth -> true;
            case Instant instant -> true;
            case UUID id -> true;
            case ObjectId id -> true;
            default -> false;
        };
    }

    private static List<@Nullable Object> and(List<@Nullable Object> prefix, @Nullable Object value) {
        var longer = new ArrayList<@Nullable Object>(prefix);
        longer.add(value);
        return longer;
    }
}
