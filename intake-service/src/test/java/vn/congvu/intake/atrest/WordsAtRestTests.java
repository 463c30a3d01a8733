package vn.congvu.intake.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signed;
import static vn.congvu.intake.FakeTwilio.sms;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;

@IntakeTest
class WordsAtRestTests {
    private static final String SECRET = "Chuyện chỉ mình tôi biết";

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SealedFields fields;

    @Test
    void aCopyOfTheDatabaseShowsNoWordOfAnyReport() {
        var receipt = reported();
        citizen.does("/messages", receipt, Map.of("text", SECRET + " nữa"));
        citizen.does("/withdrawal", receipt, Map.of("reason", SECRET + " nên thôi"));
        citizen.perform(signed("/webhooks/twilio/sms", sms(newSid("SM"), newPhone(), SECRET)));

        for (var collection : mongo.getCollectionNames()) {
            for (var document :
                    mongo.getCollection(collection).find(Filters.gt("_id", "")).sort(Sorts.ascending("_id"))) {
                assertThat(document.toJson()).as(collection).doesNotContain("Chuyện chỉ mình", "mình tôi biết");
            }
        }
        assertThat(stored(receipt).get("content", Document.class).get("text")).isInstanceOf(Binary.class);
    }

    @Test
    void itsReporterReadsThemAsWritten() {
        var receipt = reported();
        citizen.does("/messages", receipt, Map.of("text", "Thêm một điều."));

        assertThat(citizen.tracks(receipt).path("text").asString()).isEqualTo(SECRET + "\nThêm một điều.");
    }

    @Test
    void wordsMovedToAnotherReportAreRefused() {
        var from = reported();
        var to = reported();
        var words = stored(from).get("content", Document.class).get("text");
        mongo.getCollection("complaints")
                .updateOne(Filters.eq("reference", to.reference()), Updates.set("content.text", words));

        assertThatThrownBy(() -> suite.complaint(to.reference())).hasMessageContaining("does not belong there");
        mongo.getCollection("complaints").deleteOne(Filters.eq("reference", to.reference()));
    }

    @Test
    void whatWasInClearIsReadAndThenSealedWhereItLies() {
        var receipt = reported();
        var id = stored(receipt).getString("_id");
        mongo.getCollection("complaints")
                .updateOne(
                        Filters.eq(id),
                        Updates.combine(
                                Updates.set("content.text", SECRET),
                                Updates.set(
                                        "messages",
                                        List.of(new Document("messageId", "web:1")
                                                .append("channel", "WEB")
                                                .append("text", "Phần hai")
                                                .append("rawText", "Phần hai")
                                                .append("writtenAt", new java.util.Date(0))
                                                .append("part", true)))));
        assertThat(suite.complaint(receipt.reference()).fullText()).isEqualTo(SECRET + "\nPhần hai");

        new EarlierWords(mongo, fields).seal();
        new EarlierWords(mongo, fields).seal();

        var sealed = stored(receipt);
        assertThat(sealed.toJson()).doesNotContain("Chuyện", "Phần hai");
        assertThat(new ArrayList<>(sealed.getList("messages", Document.class)))
                .first()
                .extracting(message -> message.get("text"))
                .isInstanceOf(Binary.class);
        assertThat(suite.complaint(receipt.reference()).fullText()).isEqualTo(SECRET + "\nPhần hai");
    }

    private Citizen.Receipt reported() {
        return citizen.reports(Map.of(
                "text",
                SECRET,
                "agencyCode",
                SECRET + " ở cơ quan nào đó",
                "accused",
                Map.of("name", SECRET, "position", SECRET, "head", false)));
    }

    private Document stored(Citizen.Receipt receipt) {
        return mongo.getCollection("complaints")
                .find(Filters.eq("reference", receipt.reference()))
                .first();
    }
}
