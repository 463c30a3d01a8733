package vn.congvu.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import java.net.ServerSocket;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congvu.embedded.EmbeddedDatabase;

/** A figure of reports does not stand if one of them is missing or double. */
class ArrivedTests {
    private EmbeddedDatabase database;
    private MongoClient client;
    private Arrived arrived;

    @BeforeEach
    void open() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        database = EmbeddedDatabase.inMemory(port);
        client = MongoClients.create("mongodb://127.0.0.1:" + port);
        arrived = new Arrived("mongodb://127.0.0.1:" + port);
    }

    @AfterEach
    void close() throws Exception {
        arrived.close();
        client.close();
        database.close();
    }

    @Test
    void eachStoredOnceWithOneCaseIsAsItShouldBe() {
        complaint("A");
        complaint("B");
        caseOf("A");
        caseOf("B");

        assertThatCode(() -> arrived.awaitAll(0, 2)).doesNotThrowAnyException();
    }

    @Test
    void anAcknowledgedOneThatIsNotStoredIsFound() {
        complaint("A");
        caseOf("A");

        assertThatThrownBy(() -> arrived.awaitAll(0, 2)).hasMessageContaining("2 acknowledged and 1 stored");
    }

    @Test
    void twoCasesOfOneComplaintAreFound() {
        complaint("A");
        caseOf("A");
        caseOf("A");

        assertThatThrownBy(() -> arrived.awaitAll(0, 1)).hasMessageContaining("A has 2 cases");
    }

    @Test
    void moreStoredThanWereSentAreFound() {
        for (int one = 0; one <= Load.MOST_CALLERS + 1; one++) {
            complaint("A" + one);
        }

        assertThatThrownBy(() -> arrived.awaitAll(0, 1)).hasMessageContaining("stored");
    }

    @Test
    void itIsQuietOnlyWhenTheLastNoticeIsSent() throws Exception {
        var notices = client.getDatabase("notify").getCollection("notices");
        notices.insertOne(new Document("_id", 1).append("delivery", new Document("state", "PENDING")));
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var quiet = waiting.submit(arrived::awaitQuiet);
            assertThat(quiet.isDone()).isFalse();

            notices.updateOne(new Document("_id", 1), Updates.set("delivery.state", "SENT"));

            assertThat(quiet.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    private void complaint(String reference) {
        client.getDatabase("intake").getCollection("complaints").insertOne(new Document("reference", reference));
    }

    private void caseOf(String reference) {
        client.getDatabase("cases")
                .getCollection("case_files")
                .insertOne(new Document("report", new Document("reference", reference)));
    }
}
