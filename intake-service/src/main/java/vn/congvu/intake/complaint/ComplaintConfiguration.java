package vn.congvu.intake.complaint;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.contracts.Exchanges;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.outbox.Publisher;

@Configuration(proxyBeanMethods = false)
class ComplaintConfiguration {
    @Bean
    Publisher intakePublisher() {
        return new Publisher(Exchanges.INTAKE, List.of(Complaint.class));
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
}
