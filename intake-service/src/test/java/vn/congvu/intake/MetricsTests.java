package vn.congvu.intake;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.congvu.platform.testing.ScrapedMetrics;

@IntakeTest
class MetricsTests {
    @Autowired
    PrometheusMeterRegistry meters;

    @Autowired
    MockMvc http;

    @Test
    void dashboardsAndAlertsFindTheirMetrics() throws Exception {
        http.perform(get("/actuator/health"));

        await().untilAsserted(() -> ScrapedMetrics.prove("intake-service", meters));
    }
}
