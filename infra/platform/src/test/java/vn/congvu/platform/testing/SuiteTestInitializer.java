package vn.congvu.platform.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points the service at the test servers. */
public final class SuiteTestInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServers.emptyBroker();
        Map<String, Object> settings = Map.of(
                "spring.mongodb.uri",
                TestServers.newDatabaseUri(),
                "spring.rabbitmq.addresses",
                TestServers.rabbitUri(),
                "complaints.platform.messaging.queue-type",
                TestServers.rabbitIsReal() ? "quorum" : "none",
                "complaints.platform.messaging.sweep-every",
                "200ms",
                "complaints.platform.messaging.resend-after",
                "500ms");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testServers", settings));
    }
}
