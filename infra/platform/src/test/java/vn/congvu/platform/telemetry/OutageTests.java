package vn.congvu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.embedded.EmbeddedBroker;
import vn.congvu.embedded.EmbeddedDatabase;
import vn.congvu.platform.PlatformTestApplication;
import vn.congvu.platform.PlatformTestApplication.Parcel;
import vn.congvu.platform.PlatformTestApplication.Reader;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.testing.Cable;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.SuiteTestBeans;
import vn.congvu.platform.testing.TestKeys;
import vn.congvu.platform.testing.TestServers;

/** The database and the broker of one service go away and come back, with what they had kept on disk. */
@SpringBootTest(
        classes = PlatformTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "complaints.platform.messaging.queue-type=none",
            "complaints.platform.messaging.sweep-every=200ms",
            "complaints.platform.messaging.resend-after=500ms",
            "complaints.platform.figures.every=1h",
            "logging.level.de.bwaldvogel=OFF",
            "logging.level.qpid=OFF",
            "logging.level.org.apache.qpid=OFF"
        })
@Import({SuiteTestBeans.class, OutageTests.Door.class})
@DirtiesContext
class OutageTests {
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration HALF_OF_WHAT_THE_GATEWAY_WAITS = Duration.ofSeconds(15);
    private static final int DATABASE_PORT = TestServers.freePort();
    private static final int BROKER_PORT = TestServers.freePort();

    @TempDir
    static Path folder;

    private static final Cable CABLE = Cable.to(DATABASE_PORT);
    private static final Cable BROKERS_CABLE = Cable.to(BROKER_PORT);

    private static EmbeddedDatabase database;
    private static EmbeddedBroker broker;

    @Autowired
    Environment environment;

    @Autowired
    ServiceTokens tokens;

    @Autowired
    FigureReader figures;

    @Autowired
    Aggregates aggregates;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Incoming incoming;

    @Autowired
    Reader reader;

    Asking ask;

    @TestConfiguration(proxyBeanMethods = false)
    static class Door {
        @Bean
        Writing writing(Aggregates aggregates) {
            return new Writing(aggregates);
        }
    }

    /** Something that a citizen would call. */
    @RestController
    static class Writing {
        private final Aggregates aggregates;

        Writing(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @PostMapping("/parcels")
        String write() {
            return aggregates
                    .insert(Parcel.labelled(Ids.next(), "A"), List.of(closed()))
                    .id();
        }
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) throws Exception {
        startDatabase();
        startBroker();
        settings.add("spring.mongodb.uri", () -> "mongodb://127.0.0.1:" + CABLE.port() + "/outages");
        settings.add(
                "spring.rabbitmq.addresses", () -> broker.uri().replace(":" + BROKER_PORT, ":" + BROKERS_CABLE.port()));
        settings.add("complaints.platform.audit.key-file", TestKeys::auditKey);
    }

    @BeforeEach
    void asking() {
        ask = new Asking(environment, tokens);
    }

    @AfterAll
    static void stop() {
        CABLE.close();
        BROKERS_CABLE.close();
        database.close();
        broker.close();
    }

    @Test
    void databaseAwayIsSaidInTimeAndNothingIsParkedOrLost() throws Exception {
        var before = ask.post("/parcels").body();
        await().untilAsserted(() -> assertThat(reader.sequencesOf(before)).containsExactly(1L));
        database.close();

        var meanwhile = eventOf(Ids.next());
        incoming.publish(meanwhile);
        // the first finds a broken connection, the others no server at all
        for (int n = 0; n < 3; n++) {
            refusedInTime();
        }
        assertThat(ask.inside("/actuator/health").body()).contains("\"mongo\"", "DOWN");
        assertThat(ask.outside("/readyz").statusCode()).isEqualTo(200);
        startDatabase();

        patiently().untilAsserted(() -> assertThat(reader.sequencesOf(meanwhile.aggregateId()))
                .containsExactly(1L));
        assertThat(ask.post("/parcels").statusCode()).isEqualTo(200);
        assertThat(mongo.getCollection("parked_messages").countDocuments()).isZero();
        assertThat(messagesIn("intake.follow-cases.dead")).isZero();
    }

    /** A process that hangs, or a network that drops everything: no connection breaks, nothing is ever answered. */
    @Test
    void databaseThatFallsSilentKeepsNobodyWaitingForEver() throws Exception {
        assertThat(ask.post("/parcels").statusCode()).isEqualTo(200);
        CABLE.fallSilent();
        try {
            var start = Instant.now();
            assertThat(ask.post("/parcels").statusCode()).as("asked already").isEqualTo(503);
            assertThat(Duration.between(start, Instant.now())).isLessThan(HALF_OF_WHAT_THE_GATEWAY_WAITS);
            for (int n = 0; n < 3; n++) {
                refusedInTime();
            }
        } finally {
            CABLE.goOn();
        }

        patiently().untilAsserted(() -> assertThat(ask.post("/parcels").statusCode())
                .isEqualTo(200));
        assertThat(mongo.getCollection("parked_messages").countDocuments()).isZero();
    }

    @Test
    void brokerAwayEverythingIsAcceptedAndDrainsInOrder() throws Exception {
        broker.close();
        var accepted = new ArrayList<Parcel>();
        for (int n = 0; n < 20; n++) {
            var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of(closed()));
            accepted.add(aggregates.update(parcel.relabelled("B", null), List.of(closed(), closed())));
        }

        figures.read();

        assertThat(ask.post("/parcels").statusCode()).isEqualTo(200);
        assertThat(ask.inside("/actuator/health").body()).contains("\"rabbit\"", "DOWN");
        assertThat(ask.inside("/actuator/prometheus").body())
                .containsPattern("complaints_outbox_waiting_aggregates\\S* 20\\.0");
        startBroker();

        patiently().untilAsserted(() -> assertThat(accepted)
                .allSatisfy(parcel -> assertThat(reader.sequencesOf(parcel.id()))
                        .isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList())));
        patiently().untilAsserted(() -> {
            figures.read();
            assertThat(ask.inside("/actuator/prometheus").body())
                    .containsPattern("complaints_outbox_waiting_aggregates\\S* 0\\.0");
        });
    }

    /** A firewall forgot them, or the machine behind them is gone: only who asks for a sign of life finds out. */
    @Test
    void connectionsToTheBrokerThatGoNowhereAreGivenUp() throws Exception {
        var before = ask.post("/parcels").body();
        await().untilAsserted(() -> assertThat(reader.sequencesOf(before)).containsExactly(1L));

        BROKERS_CABLE.loseWhatIsConnected();

        var after = ask.post("/parcels").body();
        patiently().untilAsserted(() -> assertThat(reader.sequencesOf(after)).containsExactly(1L));
        assertThat(reader.sequencesOf(before)).containsExactly(1L);
    }

    private void refusedInTime() throws Exception {
        var start = Instant.now();
        var refused = ask.post("/parcels");
        assertThat(Duration.between(start, Instant.now())).isLessThan(PROMISED);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private Envelope eventOf(String aggregateId) {
        return incoming.envelope("complaints.cases", aggregateId, 1, "r", closed());
    }

    private static long messagesIn(String queue) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            return channel.messageCount(queue);
        }
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    private static void startDatabase() throws IOException {
        database = EmbeddedDatabase.in(folder.resolve("database"), DATABASE_PORT);
    }

    private static void startBroker() throws Exception {
        broker = EmbeddedBroker.in(
                folder.resolve("broker"), Files.createDirectories(folder.resolve("work")), BROKER_PORT);
    }

    private static CaseClosed closed() {
        return new CaseClosed("case", "complaint", "REFERENCE", Instant.EPOCH);
    }
}
