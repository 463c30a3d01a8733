package vn.congvu.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A collection that gives the first page of a list without looking at the others: where an index has the order that is asked for,
 * its documents are taken one after the other until there are enough. The embedded server sorts all that it finds.
 */
final class OrderedCollection extends MemoryCollection {
    OrderedCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        if (limit > 0 && order != null && !order.isEmpty()) {
            for (var index : getIndexes()) {
                if (index instanceof SecondaryIndex<Integer> secondary && secondary.canHandle(query)) {
                    var positions = secondary.inOrder(query, order);
                    if (positions != null) {
                        return matchDocuments(query, positions, new Document(), skip, limit, batchSize, fields);
                    }
                }
            }
        }
        return super.queryDocuments(query, order, skip, limit, batchSize, fields);
    }
}
