package vn.congvu.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Queues;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.platform.PlatformTestApplication.Parcel;
import vn.congvu.platform.PlatformTestApplication.Reader;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

@SuiteTest
class InboxTests {
    private static final String EXCHANGE = "complaints.cases";

    @Autowired
    Incoming incoming;

    @Autowired
    Reader reader;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    Aggregates aggregates;

    @Autowired
    MockMvc http;

    @BeforeEach
    void everythingWorks() {
        reader.failure = null;
        reader.away = false;
        mongo.getCollection("parked_messages").deleteMany(new Document());
    }

    @Test
    void appliesARedeliveredMessageOnce() {
        var id = Ids.next();
        var envelope = event(id, 1);
        for (int i = 0; i < 50; i++) {
            incoming.publish(envelope);
        }
        incoming.publish(event(id, 2));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L, 2L));
        await().untilAsserted(() -> assertThat(waiting(id)).isZero());
    }

    @Test
    void appliesInOrderWhatArrivesInDisorder() {
        var id = Ids.next();
        for (long sequence : new long[] {4, 2, 5, 3, 1}) {
            incoming.publish(event(id, sequence));
        }

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L, 2L, 3L, 4L, 5L));
    }

    @Test
    void goesOnBehindAGapAsSoonAsItCloses() {
        var id = Ids.next();
        incoming.publish(event(id, 1));
        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
        incoming.publish(event(id, 3));
        await().untilAsserted(() -> assertThat(hasGap(id)).isTrue());
        mongo.getCollection("inbox")
                .updateMany(
                        new Document("aggregateId", id),
                        new Document(
                                "$set",
                                new Document("dueAt", Date.from(Instant.now().plusSeconds(600)))));

        incoming.publish(event(id, 2));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L, 2L, 3L));
        await().untilAsserted(() -> assertThat(hasGap(id)).isFalse());
    }

    @Test
    void findsWhatAnotherReplicaStoredWhileThisOneHeldTheStream() {
        var id = Ids.next();
        mongo.getCollection("inbox").insertOne(resting(id, 2, Instant.now()).append("attempts", 0));

        incoming.publish(event(id, 1));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L, 2L));
        await().untilAsserted(() -> assertThat(waiting(id)).isZero());
    }

    @Test
    void triesOnceMoreWhatCameAloneAndFailed() {
        var id = Ids.next();
        reader.failure = new IllegalStateException("a fault that passes");
        incoming.publish(event(id, 1));
        await().untilAsserted(() -> assertThat(counted("attempts", id)).isPositive());

        reader.failure = null;
        dueNow(id);

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
        await().untilAsserted(() -> assertThat(waiting(id)).isZero());
    }

    @Test
    void asksThePublisherForWhatIsMissing() {
        var parcel = aggregates.insert(Parcel.labelled(Ids.next(), "A"), List.of(closed(), closed(), closed()));
        await().untilAsserted(() -> assertThat(reader.sequencesOf(parcel.id())).hasSize(3));
        reader.seen.clear();
        var stream = Inbox.stream(Queues.INTAKE_FOLLOW_CASES.queue(), parcel.id());
        mongo.getCollection("inbox_streams")
                .updateOne(new Document("_id", stream), new Document("$set", new Document("applied", 0L)));

        aggregates.update(parcel, List.of(closed()));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(parcel.id())).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void waitsWithoutParkingWhileADependencyIsAway() {
        var id = Ids.next();
        reader.away = true;
        incoming.publish(event(id, 1));
        await().untilAsserted(() -> assertThat(counted("waits", id)).isGreaterThanOrEqualTo(2));
        assertThat(mongo.getCollection("parked_messages").countDocuments()).isZero();

        reader.away = false;

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
    }

    @Test
    void leavesAFailureAfterAnOutageAllItsAttempts() {
        var id = Ids.next();
        reader.away = true;
        incoming.publish(event(id, 1));
        await().untilAsserted(() -> assertThat(counted("waits", id)).isPositive());
        mongo.getCollection("inbox")
                .updateOne(new Document("aggregateId", id), new Document("$set", new Document("waits", 1_000)));
        reader.failure = new IllegalStateException("poison");
        reader.away = false;

        dueNow(id);

        await().untilAsserted(() -> assertThat(counted("attempts", id)).isEqualTo(1));
    }

    @Test
    void doesNotHurryAMessageThatRestsWhenALaterOneArrives() {
        var id = Ids.next();
        var stream = Inbox.stream(Queues.INTAKE_FOLLOW_CASES.queue(), id);
        incoming.publish(event(id, 1));
        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L));
        mongo.getCollection("inbox").insertOne(resting(id, 2, Instant.now().plusSeconds(600)));
        var before = lastClaim(stream);

        incoming.publish(event(id, 3));

        await().untilAsserted(() -> assertThat(lastClaim(stream)).isNotEqualTo(before));
        await().untilAsserted(() -> assertThat(isFree(stream)).isTrue());
        assertThat(reader.sequencesOf(id)).containsExactly(1L);
        dueNow(id);
        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void parksPoisonAndLetsTheRestFlow() throws Exception {
        var poisoned = Ids.next();
        reader.failure = new IllegalStateException("poison");
        incoming.publish(event(poisoned, 1));
        await().untilAsserted(
                        () -> assertThat(mongo.getCollection("parked_messages").countDocuments())
                                .isEqualTo(1));
        reader.failure = null;
        var healthy = Ids.next();
        incoming.publish(event(poisoned, 2));
        incoming.publish(event(healthy, 1));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(healthy)).containsExactly(1L));
        assertThat(reader.sequencesOf(poisoned)).isEmpty();
        http.perform(get("/api/v1/intake/parked").with(Tokens.as(Role.ADMIN)))
                .andExpect(jsonPath("$.items[0].reason").value("IllegalStateException: poison"));
    }

    @Test
    void appliesAReplayedMessageAndWhatWaitedBehindIt() throws Exception {
        var id = Ids.next();
        reader.failure = new IllegalStateException("poison");
        incoming.publish(event(id, 1));
        await().untilAsserted(
                        () -> assertThat(mongo.getCollection("parked_messages").countDocuments())
                                .isEqualTo(1));
        incoming.publish(event(id, 2));
        reader.failure = null;
        var parked = mongo.getCollection("parked_messages").find().first().getString("_id");

        http.perform(post("/api/v1/intake/parked/{id}/replay", parked).with(Tokens.as(Role.ADMIN)))
                .andExpect(status().isAccepted());

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(1L, 2L));
    }

    @Test
    void showsParkedMessagesToAdminOnly() throws Exception {
        http.perform(get("/api/v1/intake/parked").with(Tokens.as(Role.MONITOR))).andExpect(status().isForbidden());
        http.perform(get("/api/v1/intake/parked")).andExpect(status().isUnauthorized());
    }

    @Test
    void parksAVersionItDoesNotKnow() {
        var id = Ids.next();
        var known = event(id, 1);
        incoming.publish(
                new Envelope(known.eventId(), EXCHANGE, "case.closed.v9", id, 1, "r", Instant.EPOCH, known.body()));

        await().untilAsserted(() -> assertThat(mongo.getCollection("parked_messages")
                        .find(new Document("aggregateId", id))
                        .first())
                .extracting("reason")
                .asString()
                .contains("case.closed.v9"));
    }

    @Test
    void parksBytesThatAreNoMessage() {
        rabbit.send(
                EXCHANGE,
                "case.closed.v1",
                MessageBuilder.withBody("{".getBytes(StandardCharsets.UTF_8)).build());

        await().untilAsserted(
                        () -> assertThat(mongo.getCollection("parked_messages").countDocuments())
                                .isEqualTo(1));
    }

    @Test
    void passesOverEventsThatItHasNoHandlerFor() {
        var id = Ids.next();
        incoming.publish(new Envelope(Ids.next(), EXCHANGE, "case.invented.v1", id, 1, "r", Instant.EPOCH, "{}"));
        incoming.publish(event(id, 2));

        await().untilAsserted(() -> assertThat(reader.sequencesOf(id)).containsExactly(2L));
    }

    private Envelope event(String aggregateId, long sequence) {
        return incoming.envelope(EXCHANGE, aggregateId, sequence, "r", closed());
    }

    private long waiting(String aggregateId) {
        return mongo.getCollection("inbox").countDocuments(new Document("aggregateId", aggregateId));
    }

    private int counted(String what, String aggregateId) {
        var found = mongo.getCollection("inbox")
                .find(new Document("aggregateId", aggregateId))
                .first();
        return found == null ? 0 : found.getInteger(what, 0);
    }

    private Document resting(String aggregateId, long sequence, Instant until) {
        var envelope = event(aggregateId, sequence);
        var queue = Queues.INTAKE_FOLLOW_CASES.queue();
        return envelope.toDocument()
                .append("_id", queue + ":" + envelope.eventId())
                .append("eventId", envelope.eventId())
                .append("stream", Inbox.stream(queue, aggregateId))
                .append("dueAt", Date.from(until))
                .append("attempts", 1);
    }

    private void dueNow(String aggregateId) {
        mongo.getCollection("inbox")
                .updateMany(
                        new Document("aggregateId", aggregateId),
                        new Document("$set", new Document("dueAt", Date.from(Instant.now()))));
    }

    private String lastClaim(String stream) {
        return mongo.getCollection("inbox_streams")
                .find(new Document("_id", stream))
                .first()
                .getString("token");
    }

    private boolean hasGap(String aggregateId) {
        var found = mongo.getCollection("inbox_streams")
                .find(new Document("_id", Inbox.stream(Queues.INTAKE_FOLLOW_CASES.queue(), aggregateId)))
                .first();
        return found != null && found.getBoolean("gap", false);
    }

    private boolean isFree(String stream) {
        var found = mongo.getCollection("inbox_streams")
                .find(new Document("_id", stream))
                .first();
        return found.getDate("leaseUntil").getTime() == 0;
    }

    private static CaseClosed closed() {
        return new CaseClosed("case", "complaint", "REFERENCE", Instant.EPOCH);
    }
}
