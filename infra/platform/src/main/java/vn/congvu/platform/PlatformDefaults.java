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
            // a connection that goes nowhere breaks only if somebody asks for a sign of life: after two that did not
            // come
            Map.entry("spring.rabbitmq.requested-heartbeat", "10s"),
            Map.entry("spring.rabbitmq.channel-rpc-timeout", "10s"),
            Map.entry("spring.mongodb.representation.uuid", "standard"),
            Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("server.error.whitelabel.enabled", "false"),
            Map.entry("spring.data.mongodb.repositories.type", "auto"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,metrics,prometheus"),
            // alive and ready say nothing about the database or the broker: all replicas share them, and a service
            // that is up can tell its callers so, while one that was taken away can't
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("management.endpoint.health.probes.add-additional-paths", "true"),
            Map.entry("management.metrics.tags.service", "${spring.application.name:unnamed}"),
            Map.entry("management.tracing.baggage.enabled", "false"),
            Map.entry("management.endpoint.health.status.order", "down,out-of-service,attention,up,unknown"),
            Map.entry("management.metrics.distribution.slo.http.server.requests", "50ms,100ms,200ms,300ms,500ms,1s,5s"),
            Map.entry("springdoc.default-produces-media-type", "application/json"));

    /** What is wrong and where is told only at a port of its own, which nobody outside reaches. */
    private static Map<String, Object> details(ConfigurableEnvironment environment) {
        return Map.of(
                "management.endpoint.health.show-details", ManagementPort.isItsOwn(environment) ? "always" : "never");
    }

    /** Traces cost something and are recorded only where somebody takes them. */
    private static Map<String, Object> tracing(ConfigurableEnvironment environment) {
        return environment.containsProperty("management.opentelemetry.tracing.export.otlp.endpoint")
                ? Map.of()
                : Map.of(
                        "management.tracing.sampling.probability", "0",
                        "management.tracing.export.enabled", "false",
                        "logging.expect-correlation-id", "false");
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        sources.addLast(new MapPropertySource("platformDefaults", DEFAULTS));
        sources.addLast(new MapPropertySource("platformHealthDetails", details(environment)));
        sources.addLast(new MapPropertySource("platformTracing", tracing(environment)));
    }
}
