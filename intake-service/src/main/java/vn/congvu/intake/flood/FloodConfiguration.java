package vn.congvu.intake.flood;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FloodProperties.class)
class FloodConfiguration {
    @Bean
    Migration floodIndexes() {
        return new Migration("0108-flood-indexes", mongo -> {
            mongo.indexOps(NetworkCounts.Count.class).createIndex(new Index("until", Sort.Direction.ASC).named("over"));
            mongo.indexOps(Proofs.UsedProof.class).createIndex(new Index("until", Sort.Direction.ASC).named("over"));
        });
    }
}
