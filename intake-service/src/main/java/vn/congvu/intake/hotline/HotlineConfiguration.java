package vn.congvu.intake.hotline;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HotlineProperties.class)
class HotlineConfiguration {
    @Bean
    Migration recordingIndexes() {
        return new Migration("0105-recording-indexes", mongo -> mongo.indexOps(Recording.class)
                .createIndex(new Index("state", Sort.Direction.ASC)
                        .on("dueAt", Sort.Direction.ASC)
                        .named("due")));
    }
}
