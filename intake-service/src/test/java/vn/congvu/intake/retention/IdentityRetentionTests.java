package vn.congvu.intake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static vn.congvu.intake.FakeTwilio.ACCOUNT;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signed;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockMultipartFile;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.SampleFiles;
import vn.congvu.intake.Suite;
import vn.congvu.intake.vault.OriginalSeals;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
class IdentityRetentionTests {
    private static final Duration YEAR = Duration.ofDays(366);

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    Vault vault;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    IdentityRetention retention;

    @Autowired
    OriginalRetention originalRetention;

    @Autowired
    OriginalSeals originals;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void whoReportedIsForgottenFiveYearsAfterTheCaseEndedAndTheReportStays() {
        var receipt = citizen.reports(Map.of("text", "Một việc", "reporter", Map.of("phone", "0912000333")));
        var contactRef =
                Objects.requireNonNull(suite.complaint(receipt.reference()).contactRef());
        suite.assigns(receipt.reference());
        suite.answers(receipt.reference(), "Đã xử lý");
        suite.closes(receipt.reference());

        later(YEAR.multipliedBy(4));
        assertThat(vault.contact(contactRef)).isPresent();

        later(YEAR);
        assertThat(vault.contact(contactRef)).isEmpty();
        assertThat(citizen.tracks(receipt).path("text").asString()).isEqualTo("Một việc");
    }

    @Test
    void aFileOfAnAnonymousReportAsItWasSentIsForgottenToo() {
        var receipt = citizen.reports("Một việc có ảnh");
        var file = citizen.perform(multipart("/api/v1/complaints/{reference}/attachments", receipt.reference())
                        .file(new MockMultipartFile("file", "a.jpg", "image/jpeg", SampleFiles.photoWithPlace(6)))
                        .header("X-Access-Code", receipt.accessCode())
                        .with(Tokens.anonymous()))
                .body()
                .at("/attachments/0/id")
                .asString();
        suite.assigns(receipt.reference());
        later(YEAR.multipliedBy(6));
        assertThat(originals.isKept(file)).as("while the case is open").isTrue();
        suite.answers(receipt.reference(), "Đã xử lý");
        suite.closes(receipt.reference());

        later(YEAR.multipliedBy(4));
        assertThat(originals.isKept(file)).isTrue();

        later(YEAR);
        assertThat(originals.isKept(file)).isFalse();
        assertThat(citizen.tracks(receipt).path("attachments").size()).isEqualTo(1);
    }

    @Test
    void anOpenCaseIsNeverForgotten() {
        var receipt = citizen.reports(Map.of("text", "Một việc lâu", "reporter", Map.of("phone", "0912000444")));
        var contactRef =
                Objects.requireNonNull(suite.complaint(receipt.reference()).contactRef());
        suite.assigns(receipt.reference());

        later(YEAR.multipliedBy(6));
        assertThat(vault.contact(contactRef)).isPresent();
    }

    @Test
    void aCallOfWhichNoReportCameIsForgottenAfterAYear() {
        var call = newSid("CA");
        citizen.perform(signed(
                "/webhooks/twilio/voice", Map.of("CallSid", call, "AccountSid", ACCOUNT, "From", "+84912000555")));
        var contactRef = Objects.requireNonNull(mongo.getCollection("hotline_calls")
                        .find(new Document("_id", call))
                        .first())
                .getString("contactRef");

        later(Duration.ofDays(300));
        assertThat(vault.contact(contactRef)).isPresent();

        later(Duration.ofDays(66));
        assertThat(vault.contact(contactRef)).isEmpty();
    }

    /** All due are looked at, however many other tests have left. */
    private void later(Duration passed) {
        clock.advance(passed);
        for (Instant now = clock.instant(); due(now); ) {
            retention.sweep();
            originalRetention.sweep();
        }
    }

    private boolean due(Instant now) {
        return Stream.of("vault_identities", "vault_keys")
                .anyMatch(kept -> mongo.getCollection(kept)
                                .countDocuments(new Document("dueAt", new Document("$lte", Date.from(now))))
                        > 0);
    }
}
