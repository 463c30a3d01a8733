package vn.congvu.intake.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.FakeTwilio;
import vn.congvu.intake.IntakeTest;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;

@IntakeTest
class SignedSmsTests {
    private static final String SECRET = "secret-of-the-aggregator";

    @Autowired
    Citizen citizen;

    @Autowired
    EventsSeen events;

    @Autowired
    SmsLog messages;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void takesASignedMessageAndLeavesTheReplyToTheSenderOfMessages() {
        var id = newSid("m");

        assertThat(send("aggregator", body(id), SECRET).status()).isEqualTo(200);

        var reference = messages.get("sms:aggregator:" + id).outcome().reference();
        var event =
                events.await(ComplaintReceived.class, seen -> seen.reference().equals(reference));
        assertThat(event.acknowledged()).isFalse();
    }

    @Test
    void takesARepeatedMessageOnce() {
        var body = body(newSid("m"));

        assertThat(send("aggregator", body, SECRET)).isEqualTo(send("aggregator", body, SECRET));
    }

    @Test
    void refusesWhatIsNotSigned() {
        var body = Citizen.JSON.writeValueAsBytes(body(newSid("m")));

        for (var signature : new String[] {
            null,
            "",
            "sha256=",
            "sha256=zz",
            "md5=" + hex(body, SECRET),
            "sha256=" + hex(body, "wrong"),
            hex(body, SECRET)
        }) {
            assertThat(post("aggregator", body, signature).status())
                    .as(signature)
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesAProviderWithoutASecret() {
        assertThat(send("nobody", body(newSid("m")), "").status()).isEqualTo(403);
    }

    @Test
    void refusesTheSignatureOfAnotherBody() {
        var body = Citizen.JSON.writeValueAsBytes(body(newSid("m")));
        var spaced = (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);

        assertThat(post("aggregator", spaced, "sha256=" + hex(body, SECRET)).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"id\": {\"$ne\": \"\"}, \"from\": \"+84912345678\"}",
                "{\"id\": \"1\", \"admin\": true}"
            })
    void refusesSignedNonsense(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(post("aggregator", bytes, "sha256=" + hex(bytes, SECRET)).status())
                .isEqualTo(400);
    }

    @Test
    void refusesSignedBytesThatAreNotUtf8() {
        var bytes = "{\"id\": \"1\", \"from\": \"+84912345678\", \"text\": \"c\u00e1n\"}"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(post("aggregator", bytes, "sha256=" + hex(bytes, SECRET)).status())
                .isEqualTo(400);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(send("aggregator", Map.of("text", "a"), SECRET).status()).isEqualTo(422);
    }

    private Citizen.Answer send(String provider, Map<String, ?> message, String secret) {
        var body = Citizen.JSON.writeValueAsBytes(message);
        return post(provider, body, "sha256=" + hex(body, secret.isEmpty() ? "any" : secret));
    }

    private Citizen.Answer post(String provider, byte[] body, String signature) {
        var request = Citizen.json("/webhooks/sms/" + provider, body);
        return citizen.perform(signature == null ? request : request.header("X-Signature", signature));
    }

    private static String hex(byte[] body, String secret) {
        return HexFormat.of().formatHex(FakeTwilio.mac("HmacSHA256", secret, body));
    }

    private static Map<String, ?> body(String id) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("from", newPhone());
        body.put("to", "+842763822233");
        body.put("text", "Cán bộ bộ phận Một cửa vắng mặt");
        body.put("receivedAt", "2026-03-02T09:00:00+07:00");
        return body;
    }
}
