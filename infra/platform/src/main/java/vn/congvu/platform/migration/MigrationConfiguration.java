package vn.congvu.platform.migration;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The database: what is acknowledged is durable, and its indexes are there before the first request. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class MigrationConfiguration {
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Whoever writes while the database is away is told so within seconds; what the address says comes after and counts. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer patienceWithTheDatabase() {
        return DatabasePatience::forQuestions;
    }

    @Bean
    @ConditionalOnBean(MongoTemplate.class)
    MigrationRunner migrationRunner(
            MongoTemplate mongo,
            MongoClientSettings settings,
            ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers,
            List<Migration> migrations) {
        var patient = new PatientClient(settings, customizers.orderedStream().toList());
        return new MigrationRunner(mongo, patient, migrations);
    }
}
