package vn.congvu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.platform.PlatformTestApplication.Parcel;
import vn.congvu.platform.PlatformTestApplication.Reader;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.testing.SuiteTest;

@SuiteTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.tracing.export.enabled=true",
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.export.schedule-delay=100ms"
        })
@Import(TraceTests.Door.class)
class TraceTests {
    private static final String NAME = "Nguyễn Thị Hạt Giống";
    private static final String PHONE = "0905123987";
    private static final String FAILING = "5cf92f3577b34da6a3ce929d0e0e4737";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    Environment environment;

    @Autowired
    ServiceTokens tokens;

    @Autowired
    InMemorySpanExporter spans;

    @Autowired
    Reader reader;

    @Autowired
    ObservationRegistry observations;

    @Autowired
    MongoTemplate mongo;

    @TestConfiguration(proxyBeanMethods = false)
    static class Door {
        @Bean
        InMemorySpanExporter spanExporter() {
            return InMemorySpanExporter.create();
        }

        @Bean
        Complaining complaining(Aggregates aggregates) {
            return new Complaining(aggregates);
        }
    }

    @RestController
    static class Complaining {
        private final Aggregates aggregates;

        Complaining(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @PostMapping("/complaints-of/{phone}")
        String complain(@PathVariable String phone, @RequestParam String name) {
            if (name.startsWith("!")) {
                throw new IllegalStateException("no such person: " + name + ", " + phone);
            }
            return aggregates
                    .insert(Parcel.labelled(Ids.next(), "A"), List.of(closed()))
                    .id();
        }
    }

    @BeforeEach
    void nothingRecorded() {
        reader.failure = null;
        spans.reset();
    }

    @Test
    void oneTraceFromTheCallThroughOutboxAndBrokerToTheReader() throws Exception {
        var id = complain(NAME, TRACE).strip();

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
        await().untilAsserted(() -> assertThat(of(TRACE))
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder(
                        "http post /complaints-of/{phone}", "publish case.closed.v1", "apply case.closed.v1"));
        assertThat(mongo.getCollection("published_events")
                        .find(new Document("aggregateId", id))
                        .first()
                        .getString("traceparent"))
                .contains(TRACE);
    }

    @Test
    void noSpanHoldsWhatACitizenSaidOrIsCalledEvenWhenSomethingFails() throws Exception {
        complain("!" + NAME, FAILING);
        reader.failure = new IllegalStateException("could not tell " + NAME + " at " + PHONE);
        complain(NAME, FAILING);
        Observation.createNotStarted("failing", observations)
                .highCardinalityKeyValue("http.url", path(NAME))
                .lowCardinalityKeyValue("outcome", "SERVER_ERROR")
                .start()
                .error(new IllegalStateException("no such person: " + NAME + ", " + PHONE))
                .stop();

        await().untilAsserted(() -> assertThat(of(FAILING)).hasSizeGreaterThanOrEqualTo(4));
        await().untilAsserted(() -> assertThat(spans.getFinishedSpanItems())
                .anySatisfy(span -> assertThat(span.getName()).isEqualTo("failing")));
        assertThat(spans.getFinishedSpanItems()).allSatisfy(span -> assertThat(everythingIn(span))
                .doesNotContain(NAME, PHONE, "Nguy", URLEncoder.encode(NAME, StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNotRecordedLeavesNothingInTheOutbox() throws Exception {
        var id = new Asking(environment, tokens)
                .post(path(NAME), "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-00")
                .body();

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
        assertThat(mongo.getCollection("published_events")
                        .find(new Document("aggregateId", id))
                        .first())
                .doesNotContainKey("traceparent");
    }

    private String complain(String name, String trace) throws Exception {
        return new Asking(environment, tokens)
                .post(path(name), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body();
    }

    private static String path(String name) {
        return "/complaints-of/" + PHONE + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private List<SpanData> of(String trace) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }

    /** Those of events, whose text form leaves some out, too. */
    private static String everythingIn(SpanData span) {
        return span + " " + span.getAttributes().asMap() + " " + span.getStatus()
                + span.getEvents().stream()
                        .map(event -> event.getName() + event.getAttributes().asMap())
                        .toList();
    }

    private static CaseClosed closed() {
        return new CaseClosed("case", "complaint", "REFERENCE", Instant.EPOCH);
    }
}
