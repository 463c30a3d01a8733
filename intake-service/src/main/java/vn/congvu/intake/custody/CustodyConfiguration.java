package vn.congvu.intake.custody;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.intake.vault.IdentityRequest;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustodyProperties.class)
class CustodyConfiguration {
    /** Openings are counted by report, which an anonymous one has too. */
    @Bean
    Migration identityRequestsByReport() {
        return new Migration("0119-identity-requests-by-report", mongo -> {
            var indexes = mongo.indexOps(IdentityRequest.class);
            indexes.createIndex(new Index("reference", Sort.Direction.ASC).named("by_report"));
            if (indexes.getIndexInfo().stream()
                    .anyMatch(index -> index.getName().equals("by_identity"))) {
                indexes.dropIndex("by_identity");
            }
        });
    }

    @Bean
    Migration identityRequestIndexes() {
        return new Migration("0112-identity-request-indexes", mongo -> {
            var indexes = mongo.indexOps(IdentityRequest.class);
            indexes.createIndex(new Index("requestedAt", Sort.Direction.DESC).named("newest"));
            indexes.createIndex(new Index("requester.subject", Sort.Direction.ASC)
                    .on("requestedAt", Sort.Direction.DESC)
                    .named("by_requester"));
            indexes.createIndex(new Index("identityRef", Sort.Direction.ASC).named("by_identity"));
        });
    }
}
