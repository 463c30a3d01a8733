package vn.congvu.cases.dossier;

import static org.springframework.data.domain.Sort.Direction.ASC;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

/** An index for each question that is asked: equality first, then the order, then the range. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DossierProperties.class)
class DossierIndexes {
    @Bean
    Migration dossierIndexMigration() {
        return new Migration("0110-dossier-indexes", mongo -> {
            var dossiers = mongo.indexOps(Dossier.class);
            dossiers.createIndex(new Index().named("next_due").on("nextDueAt", ASC));
            dossiers.createIndex(new Index()
                    .named("open")
                    .on("open", ASC)
                    .on("promise.dueAt", ASC)
                    .on("_id", ASC));
            dossiers.createIndex(new Index()
                    .named("agency_open")
                    .on("agency.code", ASC)
                    .on("open", ASC)
                    .on("promise.dueAt", ASC)
                    .on("_id", ASC));
            dossiers.createIndex(
                    new Index().named("agency_words").on("agency.code", ASC).on("words", ASC));
            dossiers.createIndex(new Index().named("words").on("words", ASC));
            dossiers.createIndex(new Index().named("apologies").on("apologies", ASC));
        });
    }

    @Bean
    Migration dossierRecountIndexMigration() {
        return new Migration("0111-dossier-recount-index", mongo -> mongo.indexOps(Dossier.class)
                .createIndex(new Index().named("open_id").on("open", ASC).on("_id", ASC)));
    }

    @Bean
    Migration dossierImportIndexMigration() {
        return new Migration("0112-dossier-import-indexes", mongo -> mongo.indexOps(StoredImport.class)
                .createIndex(new Index().named("state").on("state", ASC).on("_id", ASC)));
    }
}
