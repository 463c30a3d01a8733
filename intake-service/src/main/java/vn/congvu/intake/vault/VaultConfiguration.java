package vn.congvu.intake.vault;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.sealing.KeyFiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {
    @Bean
    VaultSeals vaultSeals(VaultProperties properties, KeyFiles keys) {
        return new VaultSeals(keys.sealer(properties.identityKeyFile()), keys.sealer(properties.contactKeyFile()));
    }

    @Bean
    Migration vaultIndexes() {
        return new Migration("0101-vault-indexes", mongo -> mongo.indexOps(VaultContact.class)
                .createIndex(new Index("person", Sort.Direction.ASC)
                        .on("storedAt", Sort.Direction.DESC)
                        .named("by_person")));
    }

    @Bean
    Migration vaultRetentionIndex() {
        return new Migration("0107-vault-retention-index", mongo -> mongo.indexOps(VaultIdentity.class)
                .createIndex(new Index("dueAt", Sort.Direction.ASC).named("due")));
    }

    @Bean
    Migration originalKeysIndex() {
        return new Migration("0115-original-keys-index", mongo -> mongo.indexOps(VaultKey.class)
                .createIndex(new Index("complaintId", Sort.Direction.ASC).named("by_complaint")));
    }

    @Bean
    Migration earlierPhones(Clock clock) {
        return new Migration("0113-earlier-phones", mongo -> new EarlierPhones(mongo, clock.instant()).remember());
    }

    @Bean
    Migration contactKeys(VaultSeals seals) {
        return new Migration("0117-contact-keys", mongo -> new EarlierContacts(mongo, seals).giveKeys());
    }

    @Bean
    Migration originalKeysRetention(Clock clock) {
        return new Migration("0118-original-keys-retention", mongo -> {
            mongo.indexOps(VaultKey.class).createIndex(new Index("dueAt", Sort.Direction.ASC).named("due"));
            mongo.updateMulti(
                    query(where("complaintId").gt("")), Update.update("dueAt", clock.instant()), VaultKey.class);
        });
    }

    /** What was kept before it was sealed. */
    @Bean
    Migration vaultSealed(VaultSeals seals, Clock clock) {
        return new Migration("0110-vault-sealed", mongo -> new ClearEntries(mongo, seals, clock.instant()).seal());
    }
}
