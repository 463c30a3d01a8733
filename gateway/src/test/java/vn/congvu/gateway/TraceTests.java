package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;

@GatewayTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "complaints.gateway.edge.requests-per-minute=1000000",
            "management.tracing.export.enabled=true",
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.export.schedule-delay=100ms"
        })
@Import(TraceTests.Recorder.class)
class TraceTests {
    private static final String FROM_OUTSIDE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PHONE = "0905123987";

    @Autowired
    Environment environment;

    @Autowired
    InMemorySpanExporter spans;

    @TestConfiguration(proxyBeanMethods = false)
    static class Recorder {
        @Bean
        InMemorySpanExporter spanExporter() {
            return InMemorySpanExporter.create();
        }
    }

    @BeforeEach
    void nothingRecorded() {
        Behind.reset();
        spans.reset();
    }

    @Test
    void theApiCallAndTheServiceBehindShareATraceThatBeganHere() throws Exception {
        Behind.answers(Behind.INTAKE, "/api/v1/complaints", 201, "{}");

        call(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + PHONE + "\"}")),
                "/api/v1/complaints");

        var passedOn = Behind.INTAKE
                .findAll(postRequestedFor(urlPathEqualTo("/api/v1/complaints")))
                .getFirst();
        assertThat(traceOf(passedOn)).isNotEqualTo(FROM_OUTSIDE);
        await().untilAsserted(() -> assertThat(ofTrace(traceOf(passedOn))).hasSize(2));
        assertThat(passedOn.containsHeader("baggage")).isFalse();
    }

    @Test
    void aPageAndWhatItAsksTheServicesShareATrace() throws Exception {
        call(HttpRequest.newBuilder().GET(), "/?q=" + PHONE);
        call(HttpRequest.newBuilder().GET(), "/thong-ke");

        var asked = Behind.CASES.findAll(getRequestedFor(anyUrl())).getFirst();
        await().untilAsserted(() -> assertThat(ofTrace(traceOf(asked))).hasSizeGreaterThanOrEqualTo(2));
        assertThat(traceOf(asked)).isNotEqualTo(FROM_OUTSIDE);
        assertThat(spans.getFinishedSpanItems()).isNotEmpty().allSatisfy(span -> assertThat(span.toString())
                .doesNotContain(PHONE));
    }

    private void call(HttpRequest.Builder request, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var port = environment.getRequiredProperty("local.server.port");
            http.send(
                    request.uri(URI.create("http://127.0.0.1:" + port + path))
                            .header("traceparent", "00-" + FROM_OUTSIDE + "-00f067aa0ba902b7-01")
                            .header("baggage", "phone=" + PHONE)
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private static String traceOf(LoggedRequest request) {
        return request.getHeader("traceparent").split("-")[1];
    }

    private List<SpanData> ofTrace(String trace) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }
}
