package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.cases.casefile.CaseCommand.AcceptCase;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.platform.outbox.Aggregates;

/** Many deadlines in the same minute. {@code -Dsweep.cases=10000} is what the service is designed for. */
class SweepLoadIT extends CaseKit {
    private static final Logger LOG = LoggerFactory.getLogger(SweepLoadIT.class);
    private static final int CASES = Integer.getInteger("sweep.cases", 500);

    @Autowired
    Aggregates aggregates;

    @Autowired
    MongoTemplate mongo;

    @Test
    void deadlinesOfTheSameMinuteAreAnnouncedWithinAMinute() {
        var due = clock.instant();
        for (int i = 0; i < CASES; i++) {
            due = insertAccepted();
        }
        clock.set(due.plusSeconds(1));
        long began = System.nanoTime();
        await().atMost(Duration.ofMinutes(4))
                .until(() -> files.due(clock.instant(), 1).isEmpty());
        var decided = since(began);
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> published() >= CASES);
        var announced = since(began);

        LOG.info("{} misses decided in {} ms, published in {} ms", CASES, decided.toMillis(), announced.toMillis());
        assertThat(announced).isLessThan(Duration.ofSeconds(60));
        assertThat(events.all(DeadlineBreached.class))
                .filteredOn(e -> e.clock() == SlaClock.RESOLVE)
                .extracting(DeadlineBreached::subjectId)
                .doesNotHaveDuplicates();
    }

    private Instant insertAccepted() {
        var report = Situations.report(ComplaintKind.CONDUCT, Ids.next(), clock.instant());
        var assigned = Situations.opened(report, Situations.toBuilding(), true);
        var accepted =
                Situations.accept(assigned, new AcceptCase(), clock.instant()).next();
        aggregates.insert(accepted, List.of());
        return accepted.watch(SlaClock.RESOLVE).orElseThrow().dueAt();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private long published() {
        return mongo.getCollection("published_events").countDocuments(new Document("type", "deadline.breached.v1"));
    }
}
