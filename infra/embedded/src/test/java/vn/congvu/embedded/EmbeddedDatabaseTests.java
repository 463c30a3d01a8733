package vn.congvu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {
    @TempDir
    Path folder;

    @Test
    void refusesASecondDocumentWithATakenKey() throws Exception {
        try (var database = EmbeddedDatabase.inMemory(freePort())) {
            with(database, complaints -> {
                complaints.createIndex(new Document("ingestKey", 1), new IndexOptions().unique(true));
                complaints.insertOne(new Document("ingestKey", "sms:1"));
                assertThatThrownBy(() -> complaints.insertOne(new Document("ingestKey", "sms:1")))
                        .isInstanceOfAny(MongoWriteException.class, DuplicateKeyException.class)
                        .hasMessageContaining("E11000");
            });
        }
    }

    @Test
    void changesOneDocumentGuardedByItsVersion() throws Exception {
        try (var database = EmbeddedDatabase.inMemory(freePort())) {
            with(database, complaints -> {
                complaints.insertOne(new Document("_id", 1).append("version", 1));
                var guarded = Filters.and(Filters.eq("_id", 1), Filters.eq("version", 1));
                var change = Updates.combine(Updates.inc("version", 1), Updates.push("outbox", "event"));
                assertThat(complaints.findOneAndUpdate(guarded, change)).isNotNull();
                assertThat(complaints.findOneAndUpdate(guarded, change)).isNull();
            });
        }
    }

    @Test
    void asksTheKeyFirstAndStillMatchesTheWholeQuery() throws Exception {
        try (var memory = EmbeddedDatabase.inMemory(freePort());
                var file = EmbeddedDatabase.in(folder, freePort())) {
            for (var database : List.of(memory, file)) {
                with(database, complaints -> {
                    complaints.insertOne(new Document("_id", "a").append("version", 1));
                    complaints.insertOne(new Document("_id", "b").append("version", 2));
                    assertThat(complaints.countDocuments(new Document("_id", "b").append("version", 2)))
                            .isEqualTo(1);
                    assertThat(complaints.countDocuments(new Document("_id", "b").append("version", 1)))
                            .isZero();
                    assertThat(complaints.countDocuments(Filters.and(Filters.eq("_id", "a"), Filters.eq("_id", "b"))))
                            .isZero();
                    assertThat(complaints.countDocuments(
                                    Filters.and(Filters.in("_id", "a", "b"), Filters.gt("version", 0))))
                            .isEqualTo(2);
                    var guarded = Filters.and(Filters.eq("_id", "a"), Filters.lte("version", 1));
                    assertThat(complaints
                                    .updateOne(guarded, Updates.inc("version", 5))
                                    .getModifiedCount())
                            .isEqualTo(1);
                    assertThat(complaints
                                    .updateOne(guarded, Updates.inc("version", 5))
                                    .getModifiedCount())
                            .isZero();
                    assertThat(complaints
                                    .deleteOne(Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 6)))
                                    .getDeletedCount())
                            .isEqualTo(1);
                    assertThat(complaints.countDocuments()).isEqualTo(1);
                });
            }
        }
    }

    @Test
    void keepsDocumentsInAFolderOverAStop() throws Exception {
        try (var database = EmbeddedDatabase.in(folder, freePort())) {
            with(database, complaints -> complaints.insertOne(new Document("text", "Thái độ không đúng mực")));
        }
        try (var database = EmbeddedDatabase.in(folder, freePort())) {
            with(database, complaints -> assertThat(complaints.find().map(it -> it.getString("text")))
                    .containsExactly("Thái độ không đúng mực"));
        }
    }

    @Test
    void answersTheHelloOfHealthChecks() throws Exception {
        try (var database = EmbeddedDatabase.inMemory(freePort());
                var client = MongoClients.create(database.uri(""))) {
            var hello = client.getDatabase("local").runCommand(new Document("hello", 1));
            assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
            assertThat(hello.getInteger("maxWireVersion")).isPositive();
        }
    }

    private static void with(EmbeddedDatabase database, Consumer<MongoCollection<Document>> work) {
        try (var client = MongoClients.create(database.uri("intake"))) {
            work.accept(client.getDatabase("intake").getCollection("complaints"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
