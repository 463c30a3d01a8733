package vn.congvu.intake.sms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
@EnableScheduling
class SmsConfiguration {
    @Bean
    Migration smsIndexes() {
        return new Migration("0104-sms-indexes", mongo -> mongo.indexOps(SmsMessage.class)
                .createIndex(new Index("pending", Sort.Direction.ASC)
                        .on("dueAt", Sort.Direction.ASC)
                        .named("due")));
    }
}
