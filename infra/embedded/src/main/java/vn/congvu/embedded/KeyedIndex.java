package vn.congvu.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that is also asked when a query names more than its keys. The embedded server asks an index only where a query
 * names exactly these, so that {@code {_id, version}}, the guard of every change, would read the whole collection.
 *
 * <p>The positions are candidates: the server still matches each of them against the whole query.
 */
final class KeyedIndex<P> extends Index<P> {
    private final Index<P> unique;

    KeyedIndex(Index<P> unique, boolean sparse) {
        super(unique.getName(), unique.getKeys(), sparse);
        this.unique = unique;
    }

    @Override
    public boolean canHandle(Document query) {
        return unique.canHandle(query) || keysOf(query) != null;
    }

    @Override
    public Iterable<P> getPositions(Document query) {
        var keys = unique.canHandle(query) ? null : keysOf(query);
        return unique.getPositions(keys == null ? query : keys);
    }

    /** The part of a query that names the keys by plain text, at the top or within {@code $and}; null if one is missing. */
    private @Nullable Document keysOf(Document query) {
        var found = new Document();
        collect(query, keySet(), found);
        return found.keySet().equals(keySet()) ? found : null;
    }

    private static void collect(Document query, Set<String> keys, Document found) {
        for (var part : query.entrySet()) {
            if (keys.contains(part.getKey()) && part.getValue() instanceof String) {
                found.putIfAbsent(part.getKey(), part.getValue());
            } else if (part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all) {
                all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(each -> collect(each, keys, found));
            }
        }
    }

    @Override
    public @Nullable P getPosition(Document document) {
        return unique.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<P> collection) {
        unique.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, P position, MongoCollection<P> collection) {
        unique.add(document, position, collection);
    }

    @Override
    public @Nullable P remove(Document document) {
        return unique.remove(document);
    }

    @Override
    public long getCount() {
        return unique.getCount();
    }

    @Override
    public boolean isEmpty() {
        return unique.isEmpty();
    }

    @Override
    public long getDataSize() {
        return unique.getDataSize();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<P> collection) {
        unique.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, P position, MongoCollection<P> collection) {
        unique.updateInPlace(before, after, position, collection);
    }

    @Override
    public void drop() {
        unique.drop();
    }

    @Override
    public boolean isUnique() {
        return unique.isUnique();
    }
}
