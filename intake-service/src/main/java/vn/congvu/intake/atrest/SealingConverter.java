package vn.congvu.intake.atrest;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Seals on the way into the database and opens on the way out, so that no other code knows of it. */
final class SealingConverter extends MappingMongoConverter {
    private final SealedFields fields;

    SealingConverter(MongoDatabaseFactory databases, MongoMappingContext mapping, SealedFields fields) {
        super(new DefaultDbRefResolver(databases), mapping);
        this.fields = fields;
    }

    @Override
    public void write(Object entity, Bson target) {
        super.write(entity, target);
        if (target instanceof Document document) {
            fields.seal(collection(entity.getClass()), document);
        }
    }

    /** Every way of reading a whole document comes by here: found, changed and found, projected onto itself. */
    @Override
    protected <S> S read(TypeInformation<S> type, Bson source) {
        if (source instanceof Document document) {
            fields.open(collection(type.getType()), document);
        }
        return super.read(type, source);
    }

    private String collection(Class<?> type) {
        var entity = getMappingContext().getPersistentEntity(type);
        return entity == null ? "" : entity.getCollection();
    }
}
