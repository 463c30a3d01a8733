package vn.congvu.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.congvu.intake.FakeTwilio.ACCOUNT;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signed;
import static vn.congvu.intake.FakeTwilio.sms;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import vn.congvu.contracts.Role;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

/** A number typed into the web form may be anybody's: it is written to once it has written or called. */
@IntakeTest
class HeardPhoneTests {
    private static final String NOT_YOURS = "Khong tim thay ma nay";

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    Vault vault;

    @Autowired
    Forgetting forgetting;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MutableClock clock;

    private final String phone = newPhone();

    @Test
    void aNumberThatWasOnlyTypedIsNotWrittenTo() {
        var receipt = typed(phone);

        assertThat(mayBeTexted(receipt)).isFalse();
    }

    @Test
    void theOwnerConfirmsItByText() {
        var receipt = typed(phone);
        var reports = reports();

        var reply = writes(phone, "xn " + receipt.reference().toLowerCase(Locale.ROOT));

        assertThat(reply).contains("Da ghi nhan so nay");
        assertThat(mayBeTexted(receipt)).isTrue();
        assertThat(reports()).as("a confirmation is no report").isEqualTo(reports);
        assertThat(suite.complaint(receipt.reference()).messages()).isEmpty();
    }

    @Test
    void anotherPhoneConfirmsNothingAndLearnsNothing() {
        var receipt = typed(phone);
        var reports = reports();
        var stranger = newPhone();

        var others = writes(stranger, "XN " + receipt.reference());
        var unknown = writes(stranger, "XN 00000-00000");
        var mistyped = writes(stranger, "XN " + mistyped(receipt.reference()));

        assertThat(others).contains(NOT_YOURS).isEqualTo(unknown);
        assertThat(mistyped).isEqualTo(unknown);
        assertThat(mayBeTexted(receipt)).isFalse();
        assertThat(reports()).isEqualTo(reports);
    }

    @Test
    void whoTypesANumberDoesNotLearnWhetherItWroteBefore() {
        var heard = newPhone();
        writes(heard, "Can bo thue vang mat ca ngay");

        var ofHeard = receipt(heard);
        var ofUnheard = receipt(phone);

        assertThat(ofHeard.path("text").asString()).startsWith("XN ");
        assertThat(ofHeard.propertyNames()).isEqualTo(ofUnheard.propertyNames());
        assertThat(citizen.tracks(typed(heard)).path("textFirst").isObject()).isTrue();
    }

    @Test
    void whoCalledOrStoodBeforeTheClerkMayBeWrittenTo() {
        var caller = newPhone();
        citizen.perform(signed(
                "/webhooks/twilio/voice", Map.of("CallSid", newSid("CA"), "AccountSid", ACCOUNT, "From", caller)));
        var visitor = newPhone();
        citizen.perform(post("/api/v1/hotline/calls")
                .contentType(MediaType.APPLICATION_JSON)
                .content(Citizen.JSON.writeValueAsBytes(Map.of("text", "Báo tại quầy", "caller", visitor)))
                .with(Tokens.as(Role.OPERATOR)));

        assertThat(mayBeTexted(typed(caller))).isTrue();
        assertThat(mayBeTexted(typed(visitor))).isTrue();
    }

    @Test
    void withTheLastContactOfAPhoneGoesThatItWrote() {
        var source = "web:" + UUID.randomUUID();
        var first = vault.store(source + 1, Person.calling(phone));
        var second = vault.store(source + 2, Person.calling(phone));
        vault.heardFrom(phone);

        forgetting.forget(Objects.requireNonNull(first.identityRef()));
        assertThat(vault.contact(Objects.requireNonNull(second.contactRef()))
                        .orElseThrow()
                        .mayBeTexted())
                .isTrue();
        forgetting.forget(Objects.requireNonNull(second.identityRef()));

        assertThat(mongo.findById(vault.personKey(phone), HeardPhone.class)).isNull();
    }

    @Test
    void phonesThatWroteBeforeThisWasKeptGoOnGettingMessages() {
        writes(phone, "Can bo thue vang mat ca ngay");
        mongo.remove(Objects.requireNonNull(mongo.findById(vault.personKey(phone), HeardPhone.class)));

        new EarlierPhones(mongo, clock.instant()).remember();

        assertThat(mayBeTexted(typed(phone))).isTrue();
    }

    private long reports() {
        return mongo.getCollection("complaints").estimatedDocumentCount();
    }

    /** The last character checks the others. */
    private static String mistyped(String reference) {
        return reference.substring(0, 9) + (reference.charAt(9) == '0' ? '1' : '0');
    }

    private Citizen.Receipt typed(String number) {
        return citizen.reports(Map.of("text", "Cán bộ vắng mặt", "reporter", Map.of("phone", number)));
    }

    private JsonNode receipt(String number) {
        return citizen.send(
                        UUID.randomUUID().toString(),
                        Map.of("text", "Cán bộ vắng mặt", "reporter", Map.of("phone", number)))
                .body()
                .path("textFirst");
    }

    private boolean mayBeTexted(Citizen.Receipt receipt) {
        var contactRef = suite.complaint(receipt.reference()).contactRef();
        return citizen.perform(get("/internal/contacts/{ref}", contactRef).with(Tokens.as(Role.SERVICE)))
                .body()
                .path("mayBeTexted")
                .asBoolean();
    }

    private String writes(String from, String text) {
        var answer = citizen.perform(signed("/webhooks/twilio/sms", sms(newSid("SM"), from, text)));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("raw");
    }
}
