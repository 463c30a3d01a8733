package vn.congvu.devstack.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.embedded.EmbeddedDatabase;

/** A checker that finds nothing is worth nothing until it was seen to find each thing. */
class CheckerTests {
    private static final Sent REPORT = new Sent(1, Sent.Channel.WEB, "k1", "SXD", "7K3F9QXM2D");

    private EmbeddedDatabase database;
    private MongoClient mongo;

    @BeforeEach
    void start() throws Exception {
        database = EmbeddedDatabase.inMemory(freePort());
        mongo = MongoClients.create(database.uri(""));
    }

    @AfterEach
    void stop() {
        mongo.close();
        database.close();
    }

    @Test
    void aReportThatIsStoredOnceWithOneCaseAtItsHeadIsFine() {
        complaint("web:k1", "7K3F9QXM2D");
        file("c1", "7K3F9QXM2D", "SXD");

        assertThat(found(REPORT)).isEmpty();
    }

    @Test
    void anAcknowledgedReportThatIsNowhereIsLost() {
        assertThat(found(REPORT)).extracting(Finding::claim).containsExactly("lost");
    }

    @Test
    void aTextMessageThatTheProviderTookIsAsGoodAsAcknowledged() {
        assertThat(found(new Sent(2, Sent.Channel.SMS, "SM1", "SXD", null)))
                .extracting(Finding::claim)
                .containsExactly("lost");
    }

    @Test
    void aReportThatWasNeverAcknowledgedMayBeMissing() {
        assertThat(found(new Sent(3, Sent.Channel.WEB, "k3", "SXD", null))).isEmpty();
    }

    @Test
    void aStoredReportWithoutACaseIsLost() {
        complaint("web:k1", "7K3F9QXM2D");

        assertThat(found(REPORT)).extracting(Finding::claim).containsExactly("lost");
    }

    @Test
    void twoCasesOrTwoComplaintsOfOneReportAreDoubled() {
        complaint("web:k1", "7K3F9QXM2D");
        complaint("web:k1", "7K3F9QXM2D");
        file("c1", "7K3F9QXM2D", "SXD");
        file("c2", "7K3F9QXM2D", "SXD");

        assertThat(found(REPORT)).extracting(Finding::claim).containsExactly("doubled", "doubled");
    }

    @Test
    void aCaseAtAnotherAgencyIsAtTheWrongHead() {
        complaint("web:k1", "7K3F9QXM2D");
        file("c1", "7K3F9QXM2D", "SYT");

        assertThat(found(REPORT)).extracting(Finding::claim).containsExactly("wrong head");
    }

    @Test
    void aComplaintThatNobodySentIsUnexpected() {
        complaint("web:k9", "AAAAAAAAAA");

        assertThat(found(new Sent(3, Sent.Channel.WEB, "k3", "SXD", null)))
                .extracting(Finding::claim)
                .containsExactly("unexpected");
    }

    @Test
    void aMissingNumberAndAReaderThatStoppedAreGaps() {
        event("cases", "c1", 1, "case.assigned.v1", "{}");
        event("cases", "c1", 3, "case.answered.v1", "{}");
        event("intake", "c1", 1, "complaint.received.v1", "{}");
        stream("notify", "notify.follow-cases:c1", 3);
        stream("cases", "cases.follow-complaints:c1", 0);

        var checker = new Checker(mongo);
        checker.sequences();

        assertThat(checker.findings()).extracting(Finding::claim).containsExactly("gap", "gap");
        assertThat(checker.findings()).extracting(Finding::what).anyMatch(what -> what.contains("is at 0 of 1"));
    }

    @Test
    void aBreachToldTwiceAndAnApologyTooManyOrTooFewAreFound() {
        file("c1", "A", "SXD");
        file("c2", "B", "SXD");
        breached("c1", 5);
        breached("c1", 6);
        breached("c2", 5);
        apology("c1", "01/SXD");
        apology("c1", "02/SXD");

        var checker = new Checker(mongo);
        checker.breaches();

        assertThat(checker.findings())
                .extracting(Finding::claim)
                .containsExactlyInAnyOrder("breach announced twice", "two apologies", "no apology");
    }

    @Test
    void aDateThatPassedUnsaidIsFound() {
        file("c1", "A", "SXD");
        apology("c1", "01/SXD");

        var checker = new Checker(mongo);
        checker.breaches();

        assertThat(checker.findings()).extracting(Finding::claim).containsExactly("breach not announced");
    }

    @Test
    void twoMessagesForOneNoticeAreFound() {
        var checker = new Checker(mongo);
        checker.messages(new ProviderSaw(Map.of("notice-1", 1, "notice-2", 2)));

        assertThat(checker.findings()).extracting(Finding::subject).containsExactly("notice-2");
    }

    @Test
    void figuresThatAreNotThoseOfTheCasesAreFound() {
        file("c1", "A", "SXD");
        var overview = new JsonMapper()
                .readTree("{\"totals\":{\"open\":2},\"agencies\":[{\"code\":\"SXD\",\"open\":1,\"overdue\":0}]}");

        var checker = new Checker(mongo);
        checker.statistics(overview);

        assertThat(checker.findings()).extracting(Finding::subject).containsExactly("overview", "SXD");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<Finding> found(Sent sent) {
        var checker = new Checker(mongo);
        checker.reports(List.of(sent));
        return checker.findings();
    }

    private void complaint(String ingestKey, String reference) {
        insert("intake", "complaints", new Document("ingestKey", ingestKey).append("reference", reference));
    }

    private void file(String id, String reference, String agency) {
        insert(
                "cases",
                "case_files",
                new Document("_id", id)
                        .append("report", new Document("reference", reference))
                        .append("handling", new Document("agency", new Document("code", agency))));
    }

    private void event(String database, String aggregate, long sequence, String type, String body) {
        insert(
                database,
                "published_events",
                new Document("aggregateId", aggregate)
                        .append("sequence", sequence)
                        .append("type", type)
                        .append("body", body));
    }

    private void breached(String caseId, long sequence) {
        event(
                "cases",
                caseId,
                sequence,
                "deadline.breached.v1",
                "{\"subjectId\":\"" + caseId + "\",\"clock\":\"RESOLVE\",\"miss\":1}");
    }

    private void apology(String caseId, String number) {
        insert(
                "notify",
                "apologies",
                new Document("subjectId", caseId)
                        .append("cause", "MISSED_DEADLINE")
                        .append("miss", 1)
                        .append("numberKey", number));
    }

    private void stream(String database, String id, long applied) {
        insert(database, "inbox_streams", new Document("_id", id).append("applied", applied));
    }

    private void insert(String database, String collection, Document document) {
        mongo.getDatabase(database).getCollection(collection).insertOne(document);
    }
}
