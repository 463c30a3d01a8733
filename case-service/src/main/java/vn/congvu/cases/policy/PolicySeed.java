package vn.congvu.cases.policy;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.migration.Migration;

/** A new database starts with the product's default policy. */
@Configuration(proxyBeanMethods = false)
class PolicySeed {
    static final String BY = "seed";

    @Bean
    Migration seedPolicy(Clock clock) {
        return new Migration("0210-default-sla-policy", mongo -> seed(mongo, clock));
    }

    private static void seed(MongoTemplate mongo, Clock clock) {
        if (mongo.findById(1L, StoredPolicy.class) == null) {
            mongo.insert(new StoredPolicy(1L, clock.instant(), BY, PolicyText.of(SlaPolicy.productDefault())));
        }
    }
}
