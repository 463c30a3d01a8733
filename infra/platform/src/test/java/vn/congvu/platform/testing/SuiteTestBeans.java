package vn.congvu.platform.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.access.TokenKeys;
import vn.congvu.platform.sealing.Sealer;

/** The clock, keys and helpers of a {@link SuiteTest}. */
@TestConfiguration(proxyBeanMethods = false)
public class SuiteTestBeans {
    /** What is waited for here mostly takes a few milliseconds. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    static {
        Awaitility.setDefaultPollInterval(LOOK_EVERY);
    }

    @Bean
    MutableClock clock() {
        return new MutableClock();
    }

    @Bean
    QueryCatalogue queryCatalogue() {
        return new QueryCatalogue();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watchQueries(QueryCatalogue catalogue) {
        return settings -> settings.addCommandListener(catalogue);
    }

    @Bean
    TokenKeys tokenKeys() {
        return TestKeys.TOKENS;
    }

    @Bean
    Sealer sealer() {
        return TestKeys.SEALER;
    }

    @Bean
    EventsSeen eventsSeen(ObjectProvider<MongoTemplate> mongo) {
        return new EventsSeen(mongo);
    }

    @Bean
    Incoming incoming(ObjectProvider<RabbitTemplate> rabbit, MutableClock clock) {
        return new Incoming(rabbit, clock);
    }
}
