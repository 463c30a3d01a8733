package vn.congvu.notify;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.contracts.Exchanges;
import vn.congvu.platform.testing.ScrapedMetrics;

class MetricsTests extends NotifyTests {
    @Autowired
    PrometheusMeterRegistry meters;

    @Test
    void dashboardsAndAlertsFindTheirMetrics() throws Exception {
        var matter = Happenings.of(phone("m-1", "0907777801"));
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        await().until(() -> mongo.getCollection("notices").countDocuments() > 0);
        sweep();
        mvc.perform(get("/actuator/health"));

        await().untilAsserted(() -> ScrapedMetrics.prove("notify-service", meters));
    }
}
