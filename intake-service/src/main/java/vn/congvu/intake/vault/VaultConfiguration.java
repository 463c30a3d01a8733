package vn.congvu.intake.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Migration vaultIndexes() {
        return new Migration("0101-vault-indexes", mongo -> mongo.indexOps(VaultContact.class)
                .createIndex(new Index("person", Sort.Direction.ASC)
                        .on("storedAt", Sort.Direction.DESC)
                        .named("by_person")));
    }
}
