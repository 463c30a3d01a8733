package vn.congvu.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import vn.congvu.platform.testing.TestServers;

class MigrationTests {
    private final MongoTemplate mongo = database();

    @Test
    void runsEachOnceHoweverManyReplicasStart() throws Exception {
        var runs = new AtomicInteger();
        var migrations = List.of(new Migration("0001-count", any -> runs.incrementAndGet()));

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 8)
                    .mapToObj(n -> (Callable<Boolean>) () -> {
                        new MigrationRunner(mongo, migrations).afterPropertiesSet();
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

        new MigrationRunner(
                        mongo,
                        List.of(
                                new Migration("0002-b", any -> order.add("b")),
                                new Migration("0001-a", any -> order.add("a"))))
                .afterPropertiesSet();

        assertThat(order).containsExactly("a", "b");
    }

    private static MongoTemplate database() {
        var uri = new ConnectionString(TestServers.newDatabaseUri());
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(MongoClients.create(uri), uri.getDatabase()));
    }
}
