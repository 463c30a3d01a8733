package vn.congvu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Visitors;
import vn.congvu.platform.testing.ScrapedMetrics;

@GatewayTest
class MetricsTests {
    @Autowired
    PrometheusMeterRegistry meters;

    @Autowired
    Visitors visitors;

    @Test
    void dashboardsAndAlertsFindTheirMetrics() throws Exception {
        visitors.citizen().get("/actuator/health");

        await().untilAsserted(() -> ScrapedMetrics.prove("gateway", meters));
    }

    @Test
    void noFigureTellsWhoAskedOrForWhat() {
        Behind.reset();
        var citizen = visitors.citizen();
        citizen.get("/tra-cuu?ma=canary7K3F");
        citizen.get("/api/v1/complaints/canary7K3F/attachments/canary");
        citizen.get("/canary-of-no-page");
        citizen.post("/tra-cuu", Map.of("reference", "canary7K3F", "accessCode", "canary-code"));
        visitors.citizen().post("/staff/sign-in", Map.of("username", "canary.name", "password", "canary"));

        assertThat(meters.scrape()).contains("http_server_requests_seconds").doesNotContainIgnoringCase("canary");
        assertThat(meters.scrape().lines().filter(line -> line.startsWith("http_server")))
                .noneMatch(line -> line.contains("127.0.0.1"));
    }
}
