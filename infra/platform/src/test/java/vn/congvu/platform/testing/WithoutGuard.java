package vn.congvu.platform.testing;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A database whose questions lack one condition, to show that a test would notice. Only the conditions of a find, update or removal
 * are changed; what is written is written.
 */
public final class WithoutGuard {
    private final String field;

    private WithoutGuard(String field) {
        this.field = field;
    }

    /** @param field left out of conditions and of what is inserted, or the beginning of its name */
    public static MongoTemplate on(MongoTemplate mongo, String field) {
        var without = new WithoutGuard(field);
        var template = Mockito.mock(MongoTemplate.class, AdditionalAnswers.delegatesTo(mongo));
        Mockito.doAnswer(call -> without.unguarded(mongo.getCollection(call.getArgument(0))))
                .when(template)
                .getCollection(Mockito.anyString());
        Mockito.doAnswer(call -> call.getArgument(1, CollectionCallback.class)
                        .doInCollection(without.unguarded(mongo.getCollection(call.getArgument(0)))))
                .when(template)
                .execute(Mockito.anyString(), Mockito.<CollectionCallback<Object>>any());
        return template;
    }

    @SuppressWarnings("unchecked")
    private MongoCollection<Document> unguarded(MongoCollection<Document> collection) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (any, method, given) -> {
                    if (given != null
                            && given.length > 0
                            && given[0] instanceof Bson filter
                            && asks(method.getName())) {
                        given[0] = stripped(
                                filter.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry()));
                    }
                    if (given != null && method.getName().equals("insertOne") && given[0] instanceof Document written) {
                        given[0] = unnamed(written);
                    }
                    if (given != null && method.getName().equals("insertMany") && given[0] instanceof List<?> all) {
                        given[0] = all.stream()
                                .map(each -> unnamed((Document) each))
                                .toList();
                    }
                    if (given != null && method.getName().equals("bulkWrite") && given[0] instanceof List<?> all) {
                        given[0] = all.stream().map(this::unguarded).toList();
                    }
                    try {
                        return method.invoke(collection, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private Object unguarded(Object change) {
        return change instanceof UpdateOneModel<?> one && one.getUpdate() instanceof Bson update
                ? new UpdateOneModel<Document>(
                        stripped(one.getFilter()
                                .toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry())),
                        update)
                : change;
    }

    private Document unnamed(Document written) {
        var left = new Document(written);
        left.keySet().removeIf(name -> name.startsWith(field));
        return left;
    }

    private static boolean asks(String method) {
        return method.startsWith("find") || method.startsWith("update") || method.startsWith("delete");
    }

    private BsonDocument stripped(BsonDocument filter) {
        var left = new BsonDocument();
        filter.forEach((name, value) -> {
            if (!name.startsWith(field)) {
                left.put(name, stripped(value));
            }
        });
        return left;
    }

    private BsonValue stripped(BsonValue value) {
        if (!(value instanceof BsonArray all)) {
            return value;
        }
        var left = new BsonArray();
        for (var each : all) {
            left.add(each instanceof BsonDocument document ? stripped(document) : each);
        }
        return left;
    }
}
