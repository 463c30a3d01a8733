package vn.congvu.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.platform.PlatformTestApplication.Parcel;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.telemetry.Traces;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.WithoutGuard;

/**
 * A test of the tests: each guard that keeps events from being lost or doubled is left out in turn, and the claim that it carries
 * turns red. With the guard it holds.
 */
@SuiteTest
class GuardTests {
    /** A collection that the running relay does not sweep. */
    private static final String APART = "guarded_parcels";

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Aggregates aggregates;

    @Autowired
    Broker broker;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    KeptEvents kept;

    @Autowired
    Publisher publisher;

    @Autowired
    Relay relay;

    @Autowired
    MessagingProperties properties;

    @Autowired
    Traces traces;

    @Autowired
    Clock clock;

    @Test
    void withoutTheAppliedMarkACauseHasItsEffectTwice() {
        anEffectHappensOnce(aggregates);

        turnsRed(() -> anEffectHappensOnce(writingTo(WithoutGuard.on(mongo, "applied."))));
    }

    @Test
    void withoutTheVersionAWriteOverwritesAnother() {
        noWriteIsLost(aggregates);

        turnsRed(() -> noWriteIsLost(writingTo(WithoutGuard.on(mongo, "revision.version"))));
    }

    @Test
    void withoutTheTokenOfItsLeaseALateRelayClearsWhatItNeverSent() {
        whatALateRelayDidNotSendStays(mongo);

        turnsRed(() -> whatALateRelayDidNotSendStays(WithoutGuard.on(mongo, Outbox.path(Outbox.TOKEN))));
    }

    @Test
    void withoutTheMandatoryFlagAnEventThatNoQueueTakesIsLost() {
        anEventThatNoQueueTakesIsNotCalledSent(broker);

        var careless = new RabbitTemplate(connections);
        careless.setMandatory(false);
        turnsRed(() -> anEventThatNoQueueTakesIsNotCalledSent(new Broker(careless, properties.confirmWithin())));
    }

    private static void turnsRed(Runnable claim) {
        assertThatThrownBy(claim::run).as("the claim without its guard").isInstanceOf(AssertionError.class);
    }

    private void anEffectHappensOnce(Aggregates written) {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of());
        var cause = new Received<>(closed(), Ids.next(), "complaints.intake", "c", 3, "r", Instant.EPOCH);

        var once = written.apply(parcel.relabelled("B", null), List.of(closed()), cause);
        written.apply(once.orElseThrow().relabelled("C", null), List.of(closed()), cause);

        assertThat(stored(parcel.id()).getString("label")).isEqualTo("B");
    }

    private void noWriteIsLost(Aggregates written) {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of());
        written.update(parcel.relabelled("B", null), List.of());

        assertThatThrownBy(() -> written.update(parcel.relabelled("C", null), List.of()))
                .isInstanceOf(StaleRevisionException.class);
    }

    /** While it stood still its lease ended; another relay sent and cleared what there was, and something new was written. */
    private void whatALateRelayDidNotSendStays(MongoTemplate written) {
        var id = Ids.next();
        var slow = Mockito.mock(Broker.class);
        var asked = new AtomicBoolean();
        Mockito.when(slow.publish(Mockito.any())).thenAnswer(call -> {
            var sent = call.<Envelope>getArgument(0);
            parcels()
                    .updateOne(
                            new Document("_id", id),
                            new Document(
                                    "$set",
                                    new Document()
                                            .append(Outbox.path(Outbox.TOKEN), "another relay")
                                            .append(
                                                    Outbox.path(Outbox.LEASE_UNTIL),
                                                    Date.from(Instant.now().plusSeconds(60)))
                                            .append(
                                                    Outbox.path(Outbox.ENTRIES),
                                                    List.of(sent.toDocument().append("_id", "written later")))));
            asked.set(true);
            return Optional.empty();
        });
        parcels().insertOne(leftBehind(id));
        try (var late = new Relay(written, slow, kept, publisher, properties, traces)) {
            late.nudge(APART, id);
            await().untilTrue(asked);
        }

        assertThat(parcels()
                        .find(new Document("_id", id))
                        .first()
                        .get(Outbox.FIELD, Document.class)
                        .getList(Outbox.ENTRIES, Document.class))
                .extracting(entry -> entry.getString("_id"))
                .containsExactly("written later");
        parcels().deleteOne(new Document("_id", id));
    }

    private static void anEventThatNoQueueTakesIsNotCalledSent(Broker used) {
        var refused = used.publishTo("no-such-queue", event(Ids.next()));

        assertThat(refused).isPresent();
    }

    private Aggregates writingTo(MongoTemplate database) {
        return new Aggregates(database, clock, publisher, relay, traces);
    }

    /** An aggregate with one event in its outbox, as a process that died leaves it. */
    private static Document leftBehind(String id) {
        return new Document("_id", id)
                .append("label", "A")
                .append("revision", new Document("version", 1L).append("sequence", 1L))
                .append(
                        Outbox.FIELD,
                        new Document(Outbox.PENDING, true)
                                .append(Outbox.LEASE_UNTIL, new Date(0))
                                .append(Outbox.ENTRIES, List.of(event(id).toDocument())));
    }

    private static Envelope event(String aggregateId) {
        return new Envelope(Ids.next(), "complaints.cases", "case.closed.v1", aggregateId, 1, "r", Instant.EPOCH, "{}");
    }

    private static CaseClosed closed() {
        return new CaseClosed("case", "complaint", "REFERENCE", Instant.EPOCH);
    }

    private MongoCollection<Document> parcels() {
        return mongo.getCollection(APART);
    }

    private Document stored(String id) {
        return mongo.getCollection("parcels").find(new Document("_id", id)).first();
    }
}
