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
                "complaints.platform.audit.key-file",
                TestKeys.auditKey().toString(),
                "spring.mongodb.uri",
                TestServers.newDatabaseUri(),
                "spring.rabbitmq.addresses",
                TestServers.rabbitUri(),
                "complaints.platform.messaging.queue-type",
                TestServers.rabbitIsReal() ? "quorum" : "none",
                "complaints.platform.messaging.sweep-every",
                "200ms",
                "complaints.platform.messaging.resend-after",
                "500ms",
                "complaints.platform.audit.patience",
                "2s",
                "complaints.platform.figures.every",
                "1h");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testKeys",
                        Map.of(
                                "complaints.platform.sealing.try-out-keys",
                                "true",
                                "complaints.intake.vault.identity-key-file",
                                TestKeys.IDENTITY_KEYS.publicFile().toString(),
                                "complaints.intake.vault.contact-key-file",
                                TestKeys.CONTACT_KEYS.publicFile().toString(),
                                "complaints.intake.vault.opening-key-file",
                                TestKeys.IDENTITY_KEYS.privateFile().toString(),
                                "complaints.notify.contact-key.file",
                                TestKeys.CONTACT_KEYS.privateFile().toString())));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testServers", settings));
    }
}
