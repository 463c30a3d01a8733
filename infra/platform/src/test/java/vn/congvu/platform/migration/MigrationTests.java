package vn.congvu.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import vn.congvu.embedded.EmbeddedDatabase;
import vn.congvu.platform.problem.DatabaseAway;
import vn.congvu.platform.testing.Cable;
import vn.congvu.platform.testing.TestServers;

class MigrationTests {
    private static final Duration LONGER_THAN_THAT = Duration.ofSeconds(2);

    private final ConnectionString address = new ConnectionString(TestServers.newDatabaseUri());
    private final MongoTemplate mongo = database(settings(address));

    @Test
    void runsEachOnceHoweverManyReplicasStart() throws Exception {
        var runs = new AtomicInteger();
        var migrations = List.of(new Migration("0001-count", any -> runs.incrementAndGet()));

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 8)
                    .mapToObj(n -> (Callable<Boolean>) () -> {
                        runner(mongo, migrations).afterPropertiesSet();
                        return true;
                    })
                    .toList();
            for (var start : replicas.invokeAll(starts)) {
                start.get();
            }
        }

        assertThat(runs).hasValue(1);
    }

    @Test
    void runsInTheOrderOfTheirIds() {
        var order = new ArrayList<String>();

        runner(
                        mongo,
                        List.of(
                                new Migration("0002-b", any -> order.add("b")),
                                new Migration("0001-a", any -> order.add("a"))))
                .afterPropertiesSet();

        assertThat(order).containsExactly("a", "b");
    }

    /** An index over millions takes minutes; no other question may. */
    @Test
    void mayTakeLongerThanAQuestion() {
        int server = TestServers.freePort();
        try (var _ = EmbeddedDatabase.inMemory(server);
                var cable = Cable.to(server)) {
            var impatient = settings(
                    new ConnectionString("mongodb://127.0.0.1:" + cable.port() + "/slow?socketTimeoutMS=1000"));
            var database = database(impatient);
            var answered = new AtomicInteger();
            var slow = new Migration("0001-slow", patient -> {
                cable.silentFor(LONGER_THAN_THAT);
                answered.addAndGet(patient.executeCommand("{ping: 1}").size());
            });

            new MigrationRunner(database, new PatientClient(impatient, List.of()), List.of(slow)).afterPropertiesSet();

            assertThat(answered).hasPositiveValue();
            cable.silentFor(LONGER_THAN_THAT);
            assertThatThrownBy(() -> database.executeCommand("{ping: 1}")).matches(DatabaseAway::isCauseOf);
        }
    }

    private MigrationRunner runner(MongoTemplate database, List<Migration> migrations) {
        return new MigrationRunner(database, new PatientClient(settings(address), List.of()), migrations);
    }

    private static MongoClientSettings settings(ConnectionString address) {
        return MongoClientSettings.builder().applyConnectionString(address).build();
    }

    private MongoTemplate database(MongoClientSettings settings) {
        return new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(MongoClients.create(settings), address.getDatabase()));
    }
}
