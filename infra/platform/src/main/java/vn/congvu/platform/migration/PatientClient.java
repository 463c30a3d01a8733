package vn.congvu.platform.migration;

import com.mongodb.MongoClientSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.mongodb.autoconfigure.MongoClientFactory;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A client for what may take as long as it takes, such as an index over millions; otherwise like that of the service. */
record PatientClient(MongoClientSettings settings, List<MongoClientSettingsBuilderCustomizer> customizers) {
    void use(MongoTemplate database, Consumer<MongoTemplate> work) {
        var patient = Stream.concat(
                        customizers.stream(),
                        Stream.<MongoClientSettingsBuilderCustomizer>of(DatabasePatience::forMigrations))
                .toList();
        try (var client = new MongoClientFactory(patient).createMongoClient(settings)) {
            var place = new SimpleMongoClientDatabaseFactory(
                    client, database.getDb().getName());
            work.accept(new MongoTemplate(place, database.getConverter()));
        }
    }
}
