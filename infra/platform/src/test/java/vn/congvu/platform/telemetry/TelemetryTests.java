package vn.congvu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Queues;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.platform.PlatformTestApplication.Reader;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.SuiteTest;

@SuiteTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "logging.structured.format.console=ecs"})
@ExtendWith(OutputCaptureExtension.class)
class TelemetryTests {
    private static final String QUEUE = Queues.INTAKE_FOLLOW_CASES.queue();

    @Autowired
    Environment environment;

    @Autowired
    ServiceTokens tokens;

    @Autowired
    FigureReader figures;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Incoming incoming;

    @Autowired
    Reader reader;

    Asking ask;

    @BeforeEach
    void nothingWaits() {
        ask = new Asking(environment, tokens);
        reader.failure = null;
        for (var collection : List.of("parked_messages", "inbox", "inbox_streams", "parcels")) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        figures.read();
    }

    @Test
    void saysInsideWhichDependencyAndOutsideOnlyThatItIsUp() throws Exception {
        var inside = ask.inside("/actuator/health");
        var outside = ask.outside("/actuator/health");

        assertThat(inside.statusCode()).isEqualTo(200);
        assertThat(inside.body()).contains("\"mongo\"", "\"rabbit\"", "\"outbox\"", "\"inbox\"", "\"parked\"");
        assertThat(outside.statusCode()).isIn(401, 404);
        assertThat(ask.outside("/readyz").body()).contains("UP").doesNotContain("components");
        assertThat(ask.outside("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsPrometheusNamesUnitsAndDescriptions() throws Exception {
        var scraped = ask.inside("/actuator/prometheus").body();

        assertThat(scraped)
                .contains(
                        "# HELP complaints_outbox_age_seconds Since when the oldest event waits",
                        "# TYPE complaints_outbox_age_seconds gauge",
                        "complaints_inbox_lag_seconds",
                        "complaints_inbox_gaps_streams",
                        "complaints_parked_messages",
                        "complaints_outbox_waiting_aggregates");
        assertThat(ask.outside("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void showsHowLongAnEventWaitsInTheOutbox() throws Exception {
        var writtenAt = Instant.now().minusSeconds(600);
        mongo.getCollection("parcels")
                .insertOne(new Document("_id", "held-up")
                        .append(
                                "outbox",
                                new Document("pending", true)
                                        .append(
                                                "leaseUntil",
                                                Date.from(Instant.now().plusSeconds(600)))
                                        .append("entries", List.of(new Document("_id", idOf(writtenAt))))));

        figures.read();

        assertThat(gauge("complaints.outbox.waiting")).isEqualTo(1);
        assertThat(gauge("complaints.outbox.age")).isCloseTo(600, within(30.0));
        assertThat(ask.inside("/actuator/health").body())
                .contains("ATTENTION", "events wait for the broker for longer than PT2M");
        assertThat(ask.inside("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAGapFromAStreamHeldByAParkedMessage() {
        for (var stream : List.of("gap", "held")) {
            mongo.getCollection("inbox_streams")
                    .insertOne(new Document("_id", QUEUE + ":" + stream)
                            .append("applied", 4L)
                            .append("parked", stream.equals("held") ? 5L : 0L)
                            .append("leaseUntil", new Date(0)));
            mongo.getCollection("inbox")
                    .insertOne(new Document("_id", stream)
                            .append("stream", QUEUE + ":" + stream)
                            .append("sequence", 7L)
                            .append("receivedAt", Date.from(Instant.now().minusSeconds(60)))
                            .append("dueAt", Date.from(Instant.now().plusSeconds(600))));
        }

        figures.read();

        assertThat(gauge("complaints.inbox.gaps")).isEqualTo(1);
        assertThat(gauge("complaints.inbox.held")).isEqualTo(1);
        assertThat(gauge("complaints.inbox.waiting")).isEqualTo(2);
        assertThat(gauge("complaints.inbox.lag")).isCloseTo(60, within(30.0));
    }

    @Test
    void asksForAttentionWhenSomethingIsParkedAndLogsItsReference(CapturedOutput output) throws Exception {
        reader.failure = new IllegalStateException("poison");
        incoming.publish(
                "complaints.cases",
                Ids.next(),
                "CV-2026-000123",
                new CaseClosed("case", "complaint", "CV-2026-000123", Instant.EPOCH));
        await().untilAsserted(
                        () -> assertThat(mongo.getCollection("parked_messages").countDocuments())
                                .isEqualTo(1));

        figures.read();

        assertThat(gauge("complaints.parked")).isEqualTo(1);
        assertThat(ask.inside("/actuator/health").body()).contains("ATTENTION", "an administrator");
        var line = output.getOut()
                .lines()
                .filter(each -> each.startsWith("{") && each.contains("is parked after"))
                .findFirst()
                .orElseThrow();
        assertThat(new JsonMapper().readTree(line).path("reference").asString()).isEqualTo("CV-2026-000123");
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    /** An event's id as it would have been made then. */
    private static String idOf(Instant then) {
        return new UUID(then.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L).toString();
    }
}
