package vn.congvu.cases.statistics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class TallyIndexes {
    @Bean
    Migration dayTallyIndexes() {
        return new Migration("0113-day-tally-indexes", mongo -> mongo.indexOps(DayTally.class)
                .createIndex(new Index("countedAt", Sort.Direction.ASC).named("counted_at")));
    }
}
