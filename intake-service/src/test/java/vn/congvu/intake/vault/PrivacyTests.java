package vn.congvu.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.congvu.intake.FakeTwilio.ACCOUNT;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signed;
import static vn.congvu.intake.FakeTwilio.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.TestKeys;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTests {
    private static final String NAME = "Canarya Trần Thị Hoàng Yến";
    private static final String PHONE = "987654321";
    private static final String ADDRESS = "Canaryb 12 đường Chim Hoàng Yến";
    private static final String EMAIL = "canaryc@example.vn";
    private static final List<String> CANARIES = List.of("Canarya", PHONE, "Canaryb", "canaryc");

    @Autowired
    Citizen citizen;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    EventsSeen events;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void aDumpOfTheWholeDatabaseTellsNoNameAndNoAddress(CapturedOutput logs) {
        everyDoorIsUsed();

        var found = new ArrayList<String>();
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().forEach(document -> {
                var text = document.toJson();
                CANARIES.stream().filter(text::contains).forEach(canary -> found.add(collection + ": " + canary));
            });
        }
        assertThat(found).isEmpty();
        assertThat(mongo.getCollection("vault_identities").countDocuments()).isPositive();
        CANARIES.forEach(canary -> assertThat(logs.getAll()).doesNotContain(canary));
        events.all(ComplaintReceived.class)
                .forEach(event ->
                        CANARIES.forEach(canary -> assertThat(event.toString()).doesNotContain(canary)));
    }

    @Test
    void onlyAServiceReadsAContact() {
        var reference = citizen.reports(Map.of("text", "Một việc", "reporter", Map.of("phone", "0" + PHONE)))
                .reference();
        var contactRef = events.await(
                        ComplaintReceived.class, seen -> seen.reference().equals(reference))
                .reporter()
                .contactRef();

        for (var role : Role.values()) {
            var answer =
                    citizen.perform(get("/internal/contacts/{ref}", contactRef).with(Tokens.as(role)));
            if (role == Role.SERVICE) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text("channel")).isEqualTo("SMS");
                assertThat(answer.body().toString()).doesNotContain(PHONE);
                var opened = TestKeys.CONTACT_KEYS.opener().open(answer.text("sealed"), contactRef);
                assertThat(new String(opened, StandardCharsets.UTF_8)).contains("\"phone\":\"+84" + PHONE + "\"");
            } else {
                assertThat(answer.status()).as(role.name()).isEqualTo(403);
            }
        }
        assertThat(citizen.perform(get("/internal/contacts/unknown").with(Tokens.as(Role.SERVICE)))
                        .status())
                .isEqualTo(404);
    }

    private void everyDoorIsUsed() {
        var reporter = Map.of("name", NAME, "phone", "0" + PHONE, "email", EMAIL, "address", ADDRESS);
        var receipt = citizen.reports(Map.of("text", "Một việc của tôi", "reporter", reporter));
        citizen.does("/messages", receipt, Map.of("text", "thêm"));
        citizen.send(UUID.randomUUID().toString(), Map.of("text", "", "reporter", reporter));
        citizen.send(
                UUID.randomUUID().toString(),
                Map.of("text", "a", "reporter", Map.of("name", NAME, "phone", PHONE + PHONE + PHONE, "email", NAME)));
        var form = sms(newSid("SM"), "+84" + PHONE, "Can bo vang mat");
        citizen.perform(signed("/webhooks/twilio/sms", form));
        citizen.perform(signed("/webhooks/twilio/sms", form));
        citizen.perform(signed(
                "/webhooks/twilio/voice",
                Map.of("CallSid", newSid("CA"), "AccountSid", ACCOUNT, "From", "+84" + PHONE)));
        citizen.perform(MockMvcRequestBuilders.post("/api/v1/hotline/calls")
                .contentType(MediaType.APPLICATION_JSON)
                .content(Citizen.JSON.writeValueAsBytes(
                        Map.of("text", "Báo hộ", "caller", "0" + PHONE, "onBehalfOf", NAME, "reporter", reporter)))
                .with(Tokens.as(Role.OPERATOR)));
        events.await(ComplaintReceived.class, seen -> seen.reference().equals(receipt.reference()));
    }
}
