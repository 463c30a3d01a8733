package vn.congvu.intake.datarequest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataRequestProperties.class)
class DataRequestConfiguration {
    @Bean
    Migration dataRequestIndexes() {
        return new Migration("0116-data-request-indexes", mongo -> {
            var indexes = mongo.indexOps(DataRequest.class);
            indexes.createIndex(new Index("complaintId", Sort.Direction.ASC)
                    .on("receivedAt", Sort.Direction.ASC)
                    .named("by_report"));
            indexes.createIndex(new Index("state", Sort.Direction.ASC)
                    .on("dueAt", Sort.Direction.ASC)
                    .named("next_due"));
            indexes.createIndex(new Index("receivedAt", Sort.Direction.DESC).named("newest"));
            indexes.createIndex(new Index("lookAt", Sort.Direction.ASC).named("to_look_at"));
        });
    }

    @Bean
    MeterBinder dataRequestFigures(DataRequests requests, Clock clock) {
        return registry -> Gauge.builder(
                        "complaints.datarequests.overdue", requests, all -> all.overdue(clock.instant()))
                .description("Requests about personal data that wait although their 2 working days are over")
                .baseUnit("requests")
                .register(registry);
    }
}
