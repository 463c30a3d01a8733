package vn.congvu.platform;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service of the suite needs to be set alike; each can still be overridden. */
final class PlatformDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // virtual threads alone do not keep the process alive
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.main.keep-alive", "true"),
            Map.entry("spring.main.banner-mode", "off"),
            // the outbox waits for confirms and looks at returns
            Map.entry("spring.rabbitmq.publisher-confirm-type", "correlated"),
            Map.entry("spring.rabbitmq.publisher-returns", "true"),
            Map.entry("spring.rabbitmq.template.mandatory", "true"),
            Map.entry("spring.rabbitmq.connection-timeout", "5s"),
            Map.entry("spring.mongodb.representation.uuid", "standard"),
            Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("server.error.whitelabel.enabled", "false"),
            Map.entry("spring.data.mongodb.repositories.type", "auto"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,metrics"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("springdoc.default-produces-media-type", "application/json"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("platformDefaults", DEFAULTS));
    }
}
