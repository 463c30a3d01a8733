package vn.congvu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.core.SpringProperties;
import org.springframework.mock.env.MockEnvironment;

class PreparedContextTests {
    private static final Map<String, String> AS_PREPARED =
            Map.of("server.port", "8080", "management.server.port", "9090", "complaints.platform.audit.key-file", "k");

    @AfterEach
    void asTheOptionSays() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
    }

    @Test
    void isUsedWithTheSettingsItWasPreparedFor() {
        assertThat(isUsed(AS_PREPARED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "management.server.port, 8080",
        "spring.security.oauth2.client.registration.vneid.client-id, cong-vu",
        "management.opentelemetry.tracing.export.otlp.endpoint, http://collector:4318/v1/traces",
        "complaints.platform.failpoint.armed, RELAY_UNCLAIMED",
        "debug, true",
        "complaints.platform.prepared, false"
    })
    void isLeftWhereASettingAsksForOtherBeans(String name, String value) {
        var settings = new HashMap<>(AS_PREPARED);
        settings.put(name, value);
        assertThat(isUsed(settings)).isFalse();
    }

    @Test
    void isNotUsedWithoutTheOption() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        start(AS_PREPARED);
        assertThat(AotDetector.useGeneratedArtifacts()).isFalse();
    }

    private static boolean isUsed(Map<String, String> settings) {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
        start(settings);
        return AotDetector.useGeneratedArtifacts();
    }

    private static void start(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        new PreparedContext().postProcessEnvironment(environment, new SpringApplication());
    }
}
