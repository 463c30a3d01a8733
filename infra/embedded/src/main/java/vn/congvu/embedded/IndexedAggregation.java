package vn.congvu.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Aggregations, and so counts, that begin with a {@code $match} which an index can answer. The embedded server runs every
 * pipeline over the whole collection; here it sees what the index finds. The pipeline itself stays as it is.
 */
final class IndexedAggregation {
    private IndexedAggregation() {}

    /** @return null if this is something else, for which the server knows best */
    static @Nullable Document answer(
            MongoDatabase database, String command, Document asked, DatabaseResolver databases, Oplog oplog) {
        if (!command.equals("aggregate") || !(asked.get(command) instanceof String name)) {
            return null;
        }
        var collection = database.resolveCollection(name, false);
        var match = firstMatch(asked);
        if (collection == null || match == null || !hasIndexFor(collection, match)) {
            return null;
        }
        var pipeline = Aggregation.parse(asked.get("pipeline"));
        var aggregation =
                Aggregation.fromPipeline(pipeline, databases, database, found(collection, match, limit(asked)), oplog);
        aggregation.validate(asked);
        return new Document(
                        "cursor",
                        new Document("id", 0L)
                                .append("ns", collection.getFullName())
                                .append("firstBatch", aggregation.computeResult()))
                .append("ok", 1.0);
    }

    private static @Nullable Document firstMatch(Document asked) {
        return asked.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document match
                ? match
                : null;
    }

    /** How many are enough, if the pipeline says so right after what it looks for; 0 if it doesn't. */
    private static int limit(Document asked) {
        return asked.get("pipeline") instanceof List<?> stages
                        && stages.size() > 1
                        && stages.get(1) instanceof Document second
                        && second.get("$limit") instanceof Number limit
                        && limit.longValue() <= Integer.MAX_VALUE
                ? limit.intValue()
                : 0;
    }

    private static boolean hasIndexFor(MongoCollection<?> collection, Document match) {
        return collection.getIndexes().stream().anyMatch(index -> index.canHandle(match));
    }

    /** The collection, of which only what the query finds is read. */
    private static MongoCollection<?> found(MongoCollection<?> collection, Document query, int limit) {
        return (MongoCollection<?>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("queryAllAsStream")) {
                        return StreamSupport.stream(
                                collection.handleQuery(query, 0, limit).spliterator(), false);
                    }
                    try {
                        return method.invoke(collection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
