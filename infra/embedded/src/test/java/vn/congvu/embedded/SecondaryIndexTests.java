package vn.congvu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query finds must not depend on indexes: each one is asked of a collection that has them and of one that has none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondaryIndexTests {
    private EmbeddedDatabase database;
    private MongoClient client;
    private MongoCollection<Document> indexed;
    private MongoCollection<Document> plain;

    @BeforeAll
    void start() throws Exception {
        database = EmbeddedDatabase.inMemory(freePort());
        client = MongoClients.create(database.uri("cases"));
    }

    @AfterAll
    void stop() {
        client.close();
        database.close();
    }

    @BeforeEach
    void twoEmptyCollections() {
        indexed = client.getDatabase("cases").getCollection("indexed");
        plain = client.getDatabase("cases").getCollection("plain");
        indexed.drop();
        plain.drop();
        indexed.createIndex(Indexes.ascending("state"));
        indexed.createIndex(Indexes.ascending("agency", "dueAt"));
        indexed.createIndex(Indexes.ascending("words"));
        indexed.createIndex(Indexes.ascending("parts.kind", "parts.size"));
        indexed.createIndex(Indexes.descending("dueAt"));
        indexed.createIndex(Indexes.ascending("agency", "state", "dueAt", "_id"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatAScanFinds(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            insert(document(i, random));
        }
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(3)) {
                case 0 -> remove(random.nextInt(150));
                case 1 -> change(random.nextInt(150), document(0, random));
                default -> insert(document(1000 + i, random));
            }
        }
        for (int i = 0; i < 120; i++) {
            var query = query(random);
            assertThat(ids(indexed, query)).as("%s", query.toBsonDocument()).isEqualTo(ids(plain, query));
            assertThat(byState(indexed, query)).as("%s", query.toBsonDocument()).isEqualTo(byState(plain, query));
            assertThat(indexed.countDocuments(query)).isEqualTo(plain.countDocuments(query));
            var few = new CountOptions().limit(1 + random.nextInt(20));
            assertThat(indexed.countDocuments(query, few)).isEqualTo(plain.countDocuments(query, few));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void listsInTheOrderOfAScan(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            insert(document(i, random));
        }
        for (int i = 0; i < 60; i++) {
            var query = Filters.and(
                    Filters.eq("agency", any(random, "SXD", "SNV", 7)),
                    Filters.eq("state", any(random, "OPEN", null)),
                    random.nextBoolean() ? Filters.gt("dueAt", moment(random)) : Filters.ne("words", 3));
            var order = random.nextBoolean() ? Sorts.ascending("dueAt", "_id") : Sorts.descending("dueAt", "_id");
            int skip = random.nextInt(3);
            assertThat(list(indexed, query, order, skip)).as("%s", query).isEqualTo(list(plain, query, order, skip));
        }
    }

    private static List<Integer> list(MongoCollection<Document> collection, Bson query, Bson order, int skip) {
        return collection
                .find(query)
                .sort(order)
                .skip(skip)
                .limit(5)
                .map(document -> document.getInteger("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void findsADocumentWhoseListSatisfiesEachBoundWithAnotherElement() {
        insert(new Document("_id", 1).append("words", List.of(1, 9)));
        var between = Filters.and(Filters.gt("words", 4), Filters.lt("words", 6));
        assertThat(ids(indexed, between)).isEqualTo(ids(plain, between)).containsExactly(1);
    }

    @Test
    void findsADocumentOfWhichOnlyOneElementMatchesEachKey() {
        insert(new Document("_id", 1)
                .append("parts", List.of(new Document("kind", "a").append("size", 1), new Document("kind", "b"))));
        var across = Filters.and(Filters.eq("parts.kind", "b"), Filters.eq("parts.size", 1));
        assertThat(ids(indexed, across)).isEqualTo(ids(plain, across)).containsExactly(1);
    }

    @Test
    void takesInWhatWasThereBeforeTheIndex(@TempDir Path folder) throws Exception {
        try (var first = EmbeddedDatabase.in(folder, freePort());
                var toFirst = MongoClients.create(first.uri("cases"))) {
            var cases = toFirst.getDatabase("cases").getCollection("case_files");
            cases.insertOne(new Document("_id", 1).append("state", "OPEN"));
            cases.createIndex(Indexes.ascending("state"));
            assertThat(ids(cases, Filters.eq("state", "OPEN"))).containsExactly(1);
        }
        try (var again = EmbeddedDatabase.in(folder, freePort());
                var toAgain = MongoClients.create(again.uri("cases"))) {
            var cases = toAgain.getDatabase("cases").getCollection("case_files");
            cases.insertOne(new Document("_id", 2).append("state", "OPEN"));
            assertThat(ids(cases, Filters.eq("state", "OPEN"))).containsExactly(1, 2);
        }
    }

    @Test
    void forgetsWhatWasDropped() {
        insert(new Document("_id", 1).append("state", "OPEN"));
        indexed.drop();
        indexed.createIndex(Indexes.ascending("state"));
        assertThat(ids(indexed, Filters.eq("state", "OPEN"))).isEmpty();
    }

    private void insert(Document document) {
        indexed.insertOne(document);
        plain.insertOne(document);
    }

    private void remove(int id) {
        indexed.deleteOne(Filters.eq("_id", id));
        plain.deleteOne(Filters.eq("_id", id));
    }

    private void change(int id, Document to) {
        to.remove("_id");
        var change = new Document("$set", to).append("$unset", new Document("agency", ""));
        if (to.containsKey("agency")) {
            change.remove("$unset");
        }
        indexed.updateOne(Filters.eq("_id", id), change);
        plain.updateOne(Filters.eq("_id", id), change);
    }

    private static Document document(int id, Random random) {
        var document = new Document("_id", id).append("state", any(random, "OPEN", "CLOSED", "TRIAGE", null));
        if (random.nextInt(4) > 0) {
            document.append("agency", any(random, "SXD", "SNV", "STC", 7, 7L, 7.0));
        }
        if (random.nextBoolean()) {
            document.append("dueAt", moment(random));
        }
        document.append("words", any(random, List.of(), List.of("thai", "do"), List.of("ho so"), "thai", 3, null));
        if (random.nextBoolean()) {
            document.append(
                    "parts",
                    new ArrayList<>(List.of(
                            new Document("kind", any(random, "photo", "voice")).append("size", random.nextInt(3)),
                            new Document("kind", any(random, "photo", "pdf")))));
        }
        return document;
    }

    private static Bson query(Random random) {
        var parts = new ArrayList<Bson>();
        if (random.nextBoolean()) {
            parts.add(Filters.eq("state", any(random, "OPEN", "CLOSED", null)));
        }
        if (random.nextBoolean()) {
            parts.add(Filters.in("agency", Arrays.asList(any(random, "SXD", 7), any(random, "STC", null))));
        }
        if (random.nextInt(3) == 0) {
            parts.add(Filters.eq("words", any(random, "thai", "do", 3, 3.0, List.of("thai", "do"), List.of(), null)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(Filters.eq("parts.kind", any(random, "photo", "pdf")));
            parts.add(Filters.gte("parts.size", random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            parts.add(Filters.lte("dueAt", moment(random)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(Filters.gt("dueAt", moment(random)));
        }
        if (random.nextInt(5) == 0) {
            parts.add(Filters.or(Filters.eq("state", "OPEN"), Filters.exists("agency", false)));
        }
        if (random.nextInt(5) == 0) {
            parts.add(Filters.ne("agency", "SXD"));
        }
        return parts.isEmpty() ? new Document() : Filters.and(parts);
    }

    private static Date moment(Random random) {
        return Date.from(Instant.parse("2026-03-02T00:30:00Z").plusSeconds(3600L * random.nextInt(50)));
    }

    private static Object any(Random random, Object... of) {
        return of[random.nextInt(of.length)];
    }

    private static List<Integer> ids(MongoCollection<Document> collection, Bson query) {
        return collection
                .find(query)
                .sort(Sorts.ascending("_id"))
                .map(it -> it.getInteger("_id"))
                .into(new ArrayList<>());
    }

    private static List<Document> byState(MongoCollection<Document> collection, Bson query) {
        return collection
                .aggregate(List.of(
                        Aggregates.match(query),
                        Aggregates.group("$state", Accumulators.sum("cases", 1)),
                        Aggregates.sort(Sorts.ascending("_id"))))
                .into(new ArrayList<>());
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
