package vn.congvu.intake.retention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {
    @Bean
    Migration complaintsByIdentity() {
        return new Migration("0106-complaints-by-identity", mongo -> mongo.indexOps(Complaint.class)
                .createIndex(new Index("identityRef", Sort.Direction.ASC).named("by_identity")));
    }
}
