package vn.congvu.platform;

import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The build prepares the context of each service, so that a start with {@code -Dspring.aot.enabled=true} needn't look for its beans.
 * Which beans there are was decided then. Where a setting asks for others, the service makes its context at the start as it would
 * without that option, which takes some seconds more.
 */
final class PreparedContext implements EnvironmentPostProcessor {
    /** The build prepares without these. */
    private static final List<String> NOT_PREPARED = List.of(
            "spring.security.oauth2.client.registration",
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "complaints.platform.failpoint.armed",
            "debug");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (AotDetector.useGeneratedArtifacts() && !fits(environment)) {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        }
    }

    /** The build prepares with a management port of its own; who runs it may say that it does not fit. */
    static boolean fits(ConfigurableEnvironment environment) {
        var settings = Binder.get(environment);
        return environment.getProperty("complaints.platform.prepared", Boolean.class, true)
                && ManagementPort.isItsOwn(environment)
                && NOT_PREPARED.stream().noneMatch(name -> isSet(settings, name));
    }

    private static boolean isSet(Binder settings, String name) {
        return settings.bind(name, Bindable.of(Object.class)).isBound()
                || settings.bind(name, Bindable.mapOf(String.class, Object.class))
                        .isBound();
    }
}
