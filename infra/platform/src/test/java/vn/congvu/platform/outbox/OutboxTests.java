package vn.congvu.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Queues;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.platform.PlatformTestApplication.Parcel;
import vn.congvu.platform.PlatformTestApplication.Reader;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.TestServers;

@SuiteTest
class OutboxTests {
    @Autowired
    Aggregates aggregates;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    EventsSeen events;

    @Autowired
    Reader reader;

    @Test
    void publishesTheEventsOfAnInsert() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of(closed("1"), closed("2")));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(parcel.id())).containsExactly(1L, 2L));
        assertThat(parcel.revision()).isEqualTo(new Revision(1, 2));
    }

    @Test
    void emptiesTheOutboxOnlyWhenTheBrokerConfirmed() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of(closed("1")));

        await().untilAsserted(() -> {
            var outbox = stored(parcel).get("outbox", Document.class);
            assertThat(outbox.getBoolean("pending")).isFalse();
            assertThat(outbox.getList("entries", Document.class)).isEmpty();
        });
        assertThat(events.sequences(parcel.id())).containsExactly(1L);
    }

    @Test
    void refusesAChangeOfAnOldRevision() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of());
        aggregates.update(parcel.relabelled("B", null), List.of());

        assertThatThrownBy(() -> aggregates.update(parcel.relabelled("C", null), List.of(closed("1"))))
                .isInstanceOf(StaleRevisionException.class);
        assertThat(stored(parcel).getString("label")).isEqualTo("B");
    }

    @Test
    void refusesASecondAggregateOfTheSameId() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of());

        assertThatThrownBy(() -> aggregates.insert(Parcel.labelled(parcel.id(), "B"), List.of()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void forgetsAFieldThatBecameNull() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A").relabelled("A", "note"), List.of());

        var changed = aggregates.update(parcel.relabelled("A", null), List.of());

        assertThat(changed.note()).isNull();
        assertThat(stored(parcel)).doesNotContainKey("note");
    }

    @Test
    void numbersEventsWithoutGapsUnderConcurrentWriters() throws Exception {
        var id = aggregates
                .insert(Parcel.labelled(Ids.next(), "A"), List.of(closed("0")))
                .id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 20)
                    .mapToObj(n -> (Callable<Parcel>) () -> writeUntilWon(id, n))
                    .toList();
            for (var written : threads.invokeAll(writers)) {
                written.get();
            }
        }

        var expected = LongStream.rangeClosed(1, 21).boxed().toList();
        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).isEqualTo(expected));
        assertThat(events.sequences(id)).isEqualTo(expected);
    }

    @Test
    void appliesTheSameCauseOnce() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of());
        var cause = cause(3);

        var first = aggregates.apply(parcel.relabelled("B", null), List.of(closed("1")), cause);
        var second = aggregates.apply(first.orElseThrow().relabelled("C", null), List.of(closed("2")), cause);

        assertThat(second).isEmpty();
        assertThat(stored(parcel).getString("label")).isEqualTo("B");
        assertThat(aggregates.applied(Parcel.class, parcel.id(), cause)).isTrue();
    }

    @Test
    void insertsForTheSameCauseOnce() {
        var cause = cause(1);
        var id = Ids.next();

        var first = aggregates.insert(Parcel.labelled(id, "A"), List.of(closed("1")), cause);
        var second = aggregates.insert(Parcel.labelled(id, "B"), List.of(closed("1")), cause);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void keepsAnEventThatNoQueueTakesAndSendsItWhenOneDoes() throws Exception {
        var parcel = Parcel.labelled(Ids.next(), "A");
        try (var connection = TestServers.connect();
                var channel = connection.createChannel()) {
            for (var queue : Queues.of("complaints.cases")) {
                channel.queueUnbind(queue, "complaints.cases", "#");
            }
            aggregates.insert(parcel, List.of(closed("1")));
            await().untilAsserted(() -> assertThat(
                            stored(parcel).get("outbox", Document.class).getInteger("attempts", 0))
                    .isPositive());
            assertThat(events.sequences(parcel.id())).isEmpty();
            for (var queue : Queues.of("complaints.cases")) {
                channel.queueBind(queue, "complaints.cases", "#");
            }
        }

        await().untilAsserted(() -> assertThat(reader.sequencesOf(parcel.id())).containsExactly(1L));
    }

    @Test
    void sendsWhatAProcessLeftBehindWhenItDied() {
        var id = Ids.next();
        var parcel = aggregates.insert(Parcel.labelled(id, "A"), List.of(closed("1")));
        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
        var event = mongo.getCollection("published_events")
                .find(new Document("aggregateId", id))
                .first();
        event.remove("publishedAt");
        var left = new ArrayList<Document>(List.of(event));

        mongo.getCollection("parcels")
                .updateOne(
                        new Document("_id", parcel.id()),
                        new Document("$set", new Document("outbox.entries", left).append("outbox.pending", true)));

        await().untilAsserted(() -> assertThat(
                        stored(parcel).get("outbox", Document.class).getBoolean("pending"))
                .isFalse());
        assertThat(reader.sequencesOf(id)).containsExactly(1L);
    }

    private Parcel writeUntilWon(String id, int n) {
        while (true) {
            var current = mongo.findById(id, Parcel.class);
            try {
                return aggregates.update(current.relabelled("label " + n, null), List.of(closed(String.valueOf(n))));
            } catch (StaleRevisionException lost) {
                Thread.onSpinWait();
            }
        }
    }

    private Document stored(Parcel parcel) {
        return mongo.getCollection("parcels")
                .find(new Document("_id", parcel.id()))
                .first();
    }

    private static CaseClosed closed(String caseId) {
        return new CaseClosed(caseId, "complaint", "REFERENCE", Instant.EPOCH);
    }

    private static Received<CaseClosed> cause(long sequence) {
        return new Received<>(
                closed("c"), Ids.next(), "complaints.intake", "dossier.7$x", sequence, "r", Instant.EPOCH);
    }
}
