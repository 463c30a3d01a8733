package vn.congvu.platform.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.audit.Verification.Fault;
import vn.congvu.platform.audit.Verification.Head;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.TestServers;

class AuditTrailTests {
    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER_KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final Caller HEAD = new Caller("head.sxd", Set.of(Role.AGENCY_HEAD), "SXD", "Giám đốc");

    private final MongoTemplate mongo = database(TestServers.newDatabaseUri());
    private final MongoCollection<Document> rows = mongo.getCollection(AuditEntries.COLLECTION);
    private final MutableClock clock = new MutableClock();
    private final Replica replica = new Replica(KEY);

    /** One process with this service's trail. */
    private final class Replica {
        final AuditHeads heads;
        final AuditEntries entries;
        final AuditTrail trail;

        Replica(byte[]... keys) {
            var seal = new AuditSeal(List.of(keys));
            entries = new AuditEntries(mongo, seal);
            heads = new AuditHeads("case-service", mongo, entries, seal);
            trail = new AuditTrail(
                    "case-service",
                    entries,
                    seal,
                    new AuditVerifier("case-service", entries, heads, seal, 7),
                    clock,
                    Duration.ofSeconds(30));
        }

        void reads(int times) {
            for (int i = 0; i < times; i++) {
                trail.record(HEAD, AuditAction.CASE_READ, Outcome.DONE, List.of("case-" + i, "7K3F9QXM2D"), null);
            }
        }

        Verification verify(Head known) {
            var part = trail.verify(0, known);
            while (part.intact() && !part.complete()) {
                assertThat(part.to() - part.from()).isLessThan(7);
                part = trail.verify(part.to(), known);
            }
            return part;
        }
    }

    @Test
    void chainsEveryEntryToTheOneBefore() {
        replica.reads(3);

        var stored = rows.find().sort(new Document("_id", 1)).into(new ArrayList<>());
        assertThat(stored).extracting(row -> row.get("_id")).containsExactly(1L, 2L, 3L);
        assertThat(stored.get(0).getString("previous")).isEmpty();
        assertThat(stored.get(1).getString("previous")).isEqualTo(stored.get(0).getString("hash"));
        assertThat(stored.get(2).getString("previous")).isEqualTo(stored.get(1).getString("hash"));
        assertThat(verified()).isEqualTo("intact to 3");
    }

    @Test
    void verifiesAnEmptyChainToo() {
        assertThat(verified()).isEqualTo("intact to 0");
    }

    @Test
    void keepsOneChainHoweverManyReplicasWrite() throws Exception {
        var replicas = List.of(replica, new Replica(KEY), new Replica(KEY), new Replica(KEY));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 16)
                    .mapToObj(n -> (Callable<Boolean>) () -> {
                        replicas.get(n % 4).reads(5);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(rows.countDocuments()).isEqualTo(80);
        assertThat(verified()).isEqualTo("intact to 80");
    }

    @Test
    void noticesWhateverIsWrittenIntoARow() {
        replica.reads(20);
        for (var field : List.of("actor", "moment", "outcome", "about", "previous", "service", "key", "hash")) {
            var row = rows.find(eq("_id", 13L)).first();
            rows.updateOne(eq("_id", 13L), set(field, "somebody"));
            assertThat(verified()).as(field).isEqualTo("CHANGED at 13");
            rows.replaceOne(eq("_id", 13L), row);
        }
        rows.updateOne(eq("_id", 13L), set("added", true));
        assertThat(verified()).isEqualTo("CHANGED at 13");
        assertThat(replica.trail.page(everything()))
                .filteredOn(entry -> !entry.intact())
                .extracting(AuditEntry::sequence)
                .containsExactly(13L);
    }

    @Test
    void noticesARowThatIsGone() {
        replica.reads(20);
        rows.deleteOne(eq("_id", 9L));
        assertThat(verified()).isEqualTo("MISSING at 9");
    }

    @Test
    void noticesThatTheFirstRowsAreGone() {
        replica.reads(20);
        rows.deleteMany(new Document("_id", new Document("$lt", 5L)));
        assertThat(verified()).isEqualTo("MISSING at 1");
    }

    @Test
    void noticesRowsThatWereExchanged() {
        replica.reads(20);
        var fifth = rows.find(eq("_id", 5L)).first();
        var sixth = rows.find(eq("_id", 6L)).first();
        rows.replaceOne(eq("_id", 5L), new Document(sixth).append("_id", 5L));
        rows.replaceOne(eq("_id", 6L), new Document(fifth).append("_id", 6L));
        assertThat(verified()).isEqualTo("CHANGED at 5");
    }

    @Test
    void noticesRowsThatNobodyWroteHere() {
        replica.reads(10);
        for (Object id : List.of(4.5, "zz", -3L)) {
            rows.insertOne(new Document(rows.find(eq("_id", 4L)).first()).append("_id", id));
            assertThat(replica.verify(null).fault()).as("_id " + id).isEqualTo(Fault.INSERTED);
            rows.deleteOne(eq("_id", id));
        }
        assertThat(verified()).isEqualTo("intact to 10");
    }

    @Test
    void noticesAChainThatWasWrittenAnewWithoutTheKey() {
        replica.reads(10);
        rows.deleteMany(gt("_id", 6L));
        new Replica(OTHER_KEY).reads(4);
        assertThat(verified()).isEqualTo("CHANGED at 7");
    }

    @Test
    void noticesAChainOfAnotherService() {
        replica.reads(2);
        var seal = new AuditSeal(List.of(KEY));
        var row = rows.find(eq("_id", 2L)).first();
        row.put("service", "intake-service");
        seal.seal(row);
        rows.replaceOne(eq("_id", 2L), row);
        assertThat(verified()).isEqualTo("CHANGED at 2");
    }

    @Test
    void noticesWhatWasCutOffTheEndOfALivingProcess() {
        replica.reads(10);
        rows.deleteMany(gt("_id", 8L));
        assertThat(verified()).isEqualTo("TRUNCATED at 10");
    }

    @Test
    void noticesWhatWasCutOffWhileNothingRan() {
        replica.reads(10);
        replica.heads.note();
        rows.deleteMany(gt("_id", 8L));
        var restarted = new Replica(KEY);
        assertThat(said(restarted.verify(null))).isEqualTo("TRUNCATED at 10");

        // going on and noting the new end does not cover it up
        restarted.reads(5);
        restarted.heads.note();
        assertThat(said(new Replica(KEY).verify(null))).isEqualTo("TRUNCATED at 10");
    }

    @Test
    void theFiguresSayAtOnceThatTheEndIsGone() {
        var figures = new AuditFigures(replica.heads, replica.entries);
        figures.read();
        assertThat(figures.trouble()).isEmpty();
        replica.reads(10);
        replica.heads.note();
        figures.read();
        assertThat(figures.all()).extracting(Figure::value).containsExactly(1.0, 10.0);

        rows.deleteMany(gt("_id", 8L));

        figures.read();
        assertThat(figures.all()).extracting(Figure::value).containsExactly(0.0, 8.0);
        assertThat(figures.trouble()).isPresent();
    }

    @Test
    void anOldNoteOfTheEndIsNoticedByWhoRemembersANewerOne() {
        replica.reads(4);
        replica.heads.note();
        var notes = mongo.getCollection(AuditHeads.COLLECTION);
        var old = notes.find().first();
        replica.reads(6);
        replica.heads.note();
        var onPaper = replica.verify(null).head();
        rows.deleteMany(gt("_id", 4L));
        notes.replaceOne(new Document("_id", "head"), old);

        assertThat(said(replica.verify(null))).isEqualTo("HEAD_CHANGED at 4");
        // nobody inside remembers: this is what the note on paper is for
        var restarted = new Replica(KEY);
        assertThat(said(restarted.verify(null))).isEqualTo("intact to 4");
        assertThat(said(restarted.verify(onPaper))).isEqualTo("TRUNCATED at 10");
    }

    @Test
    void noticesAForgedNoteOfTheEnd() {
        replica.reads(5);
        replica.heads.note();
        mongo.getCollection(AuditHeads.COLLECTION).updateOne(new Document("_id", "head"), set("sequence", 2L));
        assertThat(said(new Replica(KEY).verify(null))).isEqualTo("HEAD_CHANGED at 5");
    }

    @Test
    void goesOnWithANewKeyAndStillReadsWhatTheOldOneSealed() {
        replica.reads(3);
        var rotated = new Replica(OTHER_KEY, KEY);
        rotated.reads(3);
        assertThat(said(rotated.verify(null))).isEqualTo("intact to 6");
    }

    @Test
    void refusesWhatCannotBeRecorded() {
        var away = database("mongodb://127.0.0.1:" + TestServers.freePort() + "/nowhere?serverSelectionTimeoutMS=100");
        var seal = new AuditSeal(List.of(KEY));
        var entries = new AuditEntries(away, seal);
        var heads = new AuditHeads("case-service", away, entries, seal);
        var trail = new AuditTrail(
                "case-service",
                entries,
                seal,
                new AuditVerifier("case-service", entries, heads, seal, 7),
                clock,
                Duration.ofSeconds(1));
        assertThatThrownBy(() -> trail.record(HEAD, AuditAction.CASE_READ, Outcome.DONE, List.of("1"), null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(503));
    }

    @Test
    void findsByActorActionSubjectAndTimeNewestFirst() {
        AuditEntries.indexes().change().accept(mongo);
        replica.reads(3);
        clock.advance(Duration.ofHours(1));
        var custodian = new Caller("custodian", Set.of(Role.CUSTODIAN), null, null);
        replica.trail.record(custodian, AuditAction.IDENTITY_OPENED, Outcome.DONE, List.of("case-1"), "đã duyệt");

        assertThat(sequences(new AuditQuery("head.sxd", null, null, null, null, null, 10)))
                .containsExactly(3L, 2L, 1L);
        assertThat(sequences(new AuditQuery(null, AuditAction.IDENTITY_OPENED, null, null, null, null, 10)))
                .containsExactly(4L);
        assertThat(sequences(new AuditQuery(null, null, "case-1", null, null, null, 10)))
                .containsExactly(4L, 2L);
        assertThat(sequences(new AuditQuery(null, null, null, null, clock.instant(), null, 10)))
                .containsExactly(3L, 2L, 1L);
        assertThat(sequences(new AuditQuery(null, null, null, clock.instant(), null, null, 10)))
                .containsExactly(4L);
        assertThat(sequences(new AuditQuery(null, null, null, null, null, 3L, 1)))
                .containsExactly(2L);
    }

    private List<Long> sequences(AuditQuery query) {
        return replica.trail.page(query).stream().map(AuditEntry::sequence).toList();
    }

    private static AuditQuery everything() {
        return new AuditQuery(null, null, null, null, null, null, 200);
    }

    private String verified() {
        return said(replica.verify(null));
    }

    private static String said(Verification verification) {
        return verification.intact()
                ? "intact to " + verification.to()
                : verification.fault() + " at " + verification.sequence();
    }

    private static MongoTemplate database(String uri) {
        var connection = new ConnectionString(uri);
        return new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(MongoClients.create(connection), connection.getDatabase()));
    }
}
