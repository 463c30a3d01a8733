package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two versions of every service side by side while people use the suite: one joins, works beside the other one and leaves, service
 * after service. {@code UPGRADE_FROM} names a built checkout of another version; without it both are this one.
 */
class RollingUpgradeIT {
    private static final List<String> BEHIND = List.of("intake-service", "case-service", "notify-service");
    private static final Map<String, String> ADDRESSES = Map.of(
            "intake-service", "complaints.gateway.services.intake-url",
            "case-service", "complaints.gateway.services.cases-url",
            "notify-service", "complaints.gateway.services.notify-url");
    private static final Map<String, String> PORTS =
            Map.of("intake-service", "intake", "case-service", "cases", "notify-service", "notify");
    private static final Path OTHER_VERSION =
            Path.of(System.getenv().getOrDefault("UPGRADE_FROM", "../..")).toAbsolutePath();
    private static final int PEOPLE = 3;
    private static final int CONNECTIONS_TAKEN = 5;
    private static final int REPORTS_SIDE_BY_SIDE = 20;
    private static final int REPORTS_AFTERWARDS = 10;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);
    /** 128 and SIGTERM, which is how a JVM says that it ended because it was asked to. */
    private static final int ASKED_TO_END = 143;

    private static final Map<String, Balancer> SERVICES = new HashMap<>();
    private static final Map<String, Replica> OTHERS = new ConcurrentHashMap<>();
    private static Replica gateway;
    private static Balancer door;

    @BeforeAll
    static void putBalancersBetween() throws Exception {
        for (var service : BEHIND) {
            int port = RunningSuite.port(PORTS.get(service));
            SERVICES.put(service, Balancer.before(URI.create("http://127.0.0.1:" + port)));
        }
        try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var service : BEHIND) {
                starting.execute(() -> OTHERS.put(service, Replica.ofVersion(OTHER_VERSION, service)));
            }
            starting.execute(
                    () -> OTHERS.put("gateway", Replica.ofVersion(OTHER_VERSION, "gateway", throughBalancers())));
        }
        gateway = Replica.ofVersion(Path.of("../.."), "gateway", throughBalancers());
        door = Balancer.before(gateway.address());
    }

    @AfterAll
    static void close() throws Exception {
        door.close();
        gateway.close();
        OTHERS.values().forEach(Replica::close);
        for (var balancer : SERVICES.values()) {
            balancer.close();
        }
    }

    @Test
    void nobodyNoticesThatServicesComeAndGo() throws Exception {
        var crowd = Crowd.before(door.address(), PEOPLE);
        try (crowd) {
            for (var service : BEHIND) {
                comesAndGoes(service, SERVICES.get(service), crowd);
            }
            comesAndGoes("gateway", door, crowd);
        }

        assertThat(crowd.troubles()).isEmpty();
        assertThat(crowd.references()).doesNotHaveDuplicates();
        try (var mongo = MongoClients.create("mongodb://127.0.0.1:" + RunningSuite.port("mongodb"))) {
            var cases = mongo.getDatabase("cases").getCollection("case_files");
            var theirs = new Document("report.reference", new Document("$in", crowd.references()));
            Api.await(
                    () -> cases.countDocuments(theirs),
                    count -> count >= crowd.references().size());
            assertThat(cases.countDocuments(theirs))
                    .isEqualTo(crowd.references().size());
        }
    }

    private static void comesAndGoes(String service, Balancer balancer, Crowd crowd) throws Exception {
        var other = OTHERS.get(service);
        balancer.add(other.address());
        Api.await(() -> balancer.given(other.address()), given -> given >= CONNECTIONS_TAKEN);
        crowd.awaitReports(REPORTS_SIDE_BY_SIDE);
        balancer.remove(other.address());
        other.askToEnd();
        assertThat(other.awaitDeath(ENDS_WITHIN)).as(service).isEqualTo(ASKED_TO_END);
        crowd.awaitReports(REPORTS_AFTERWARDS);
    }

    private static String[] throughBalancers() {
        return Stream.concat(
                        SERVICES.entrySet().stream()
                                .map(entry -> "--" + ADDRESSES.get(entry.getKey()) + "="
                                        + entry.getValue().address()),
                        Stream.of("--complaints.gateway.services.connection-lifetime=1s"))
                .toArray(String[]::new);
    }
}
