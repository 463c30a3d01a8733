package vn.congvu.cases.casefile;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.platform.testing.ScrapedMetrics;

class MetricsTests extends CaseKit {
    @Autowired
    PrometheusMeterRegistry meters;

    @Test
    void dashboardsAndAlertsFindTheirMetrics() throws Exception {
        mvc.perform(get("/actuator/health"));

        await().untilAsserted(() -> ScrapedMetrics.prove("case-service", meters));
    }
}
