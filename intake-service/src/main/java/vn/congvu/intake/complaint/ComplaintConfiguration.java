package vn.congvu.intake.complaint;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnNumber.class)
class ComplaintConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, ClientAddress.class);
    }

    @Bean
    Migration complaintIndexes() {
        return new Migration("0102-complaint-indexes", mongo -> {
            var indexes = mongo.indexOps(Complaint.class);
            indexes.createIndex(
                    new Index("ingestKey", Sort.Direction.ASC).unique().named("once"));
            indexes.createIndex(
                    new Index("reference", Sort.Direction.ASC).unique().named("by_reference"));
            indexes.createIndex(new Index("messages.messageId", Sort.Direction.ASC).named("by_message"));
            indexes.createIndex(new Index("contactRef", Sort.Direction.ASC).named("by_contact"));
        });
    }

    @Bean
    Migration guessIndexes() {
        return new Migration("0107-guess-indexes", mongo -> mongo.indexOps(Guesses.Wrong.class)
                .createIndex(new Index("lastAt", Sort.Direction.ASC).named("by_age")));
    }
}
