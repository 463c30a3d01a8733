package vn.congvu.platform.migration;

import com.mongodb.WriteConcern;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The database: what is acknowledged is durable, and its indexes are there before the first request. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class MigrationConfiguration {
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Bean
    @ConditionalOnBean(MongoTemplate.class)
    MigrationRunner migrationRunner(MongoTemplate mongo, List<Migration> migrations) {
        return new MigrationRunner(mongo, migrations);
    }
}
