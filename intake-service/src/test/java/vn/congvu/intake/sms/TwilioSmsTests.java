package vn.congvu.intake.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.congvu.intake.FakeTwilio.encoded;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signature;
import static vn.congvu.intake.FakeTwilio.signed;
import static vn.congvu.intake.FakeTwilio.sms;
import static vn.congvu.intake.FakeTwilio.unsigned;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.FakeTwilio;
import vn.congvu.intake.IntakeTest;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
class TwilioSmsTests {
    private static final String PATH = "/webhooks/twilio/sms";
    private static final String TEXT = "Can bo mot cua phuong noi trong khong, bat toi di lai 3 lan";

    @Autowired
    Citizen citizen;

    @Autowired
    EventsSeen events;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Sealer sealer;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void answersWithTheReferenceInOnePart() {
        var sid = newSid("SM");

        var twiml = reply(sms(sid, newPhone(), TEXT));

        var event = events.await(
                ComplaintReceived.class,
                seen -> sealer.open(seen.text()).equals(TEXT)
                        && twiml.contains(seen.reference().substring(0, 5) + "-"
                                + seen.reference().substring(5)));
        assertThat(event.channel()).isEqualTo(Channel.SMS);
        assertThat(event.acknowledged()).isTrue();
        assertThat(twiml).startsWith("<?xml").contains("<Response><Message>");
        assertThat(twiml.replaceAll("<[^>]*>", "").strip()).hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void makesOneReportOfFiftyTimesTheSameWebhookAtOnce() throws Exception {
        var form = sms(newSid("SM"), newPhone(), TEXT + " lap lai");
        Callable<Citizen.Answer> sending = () -> citizen.perform(signed(PATH, form));
        try (var pool = Executors.newFixedThreadPool(16)) {
            var answers = pool.invokeAll(Collections.nCopies(50, sending)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().status()).isEqualTo(200);
        }
        assertThat(mongo.count(
                        Query.query(Criteria.where("ingestKey").is("sms:twilio:" + form.get("MessageSid"))),
                        "complaints"))
                .isEqualTo(1);
        assertThat(mongo.count(
                        Query.query(Criteria.where("_id").is("sms:twilio:" + form.get("MessageSid"))), "sms_messages"))
                .isEqualTo(1);
    }

    @Test
    void makesOneReportOfManyPartsThatArriveTogether() throws Exception {
        var phone = newPhone();
        var sendings = IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Citizen.Answer>)
                        () -> citizen.perform(signed(PATH, sms(newSid("SM"), phone, "phan thu " + i))))
                .toList();
        try (var pool = Executors.newFixedThreadPool(10)) {
            var references = pool.invokeAll(sendings).stream()
                    .map(Future::resultNow)
                    .map(answer -> answer.text("raw").replaceAll(".*([0-9A-Z]{5}-[0-9A-Z]{5}).*", "$1"))
                    .collect(Collectors.toSet());

            assertThat(references).hasSize(1);
        }
    }

    @Test
    void refusesAWebhookWithoutASignature() {
        assertThat(citizen.perform(unsigned(PATH, sms(newSid("SM"), newPhone(), TEXT)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesForgedWebhooksAndStoresNothing() {
        var form = sms(newSid("SM"), newPhone(), TEXT);
        var url = FakeTwilio.PUBLIC_URL + PATH;

        for (var forged : new String[] {
            signature(url, form, "another token"),
            signature("https://attacker.example" + PATH, form, FakeTwilio.TOKEN),
            signature(url, sms(form.get("MessageSid"), form.get("From"), "other words"), FakeTwilio.TOKEN),
            "",
            "AAAA",
            "không phải base64"
        }) {
            assertThat(citizen.perform(unsigned(PATH, form).header("X-Twilio-Signature", forged))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(mongo.count(
                        Query.query(Criteria.where("_id").is("sms:twilio:" + form.get("MessageSid"))), "sms_messages"))
                .isZero();
    }

    @Test
    void refusesASignatureOfAnotherAccount() {
        var form = new LinkedHashMap<>(sms(newSid("SM"), newPhone(), TEXT));
        form.put("AccountSid", "AC00000000000000000000000000000002");

        assertThat(citizen.perform(signed(PATH, form)).status()).isEqualTo(403);
    }

    @Test
    void refusesASignedWebhookWithAnAddedField() {
        var form = sms(newSid("SM"), newPhone(), TEXT);
        var request = post(PATH)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(encoded(form) + "&Body=other+words")
                .header("X-Twilio-Signature", signature(FakeTwilio.PUBLIC_URL + PATH, form, FakeTwilio.TOKEN))
                .with(Tokens.anonymous());

        assertThat(citizen.perform(request).status()).isIn(400, 403);
    }

    @Test
    void takesASignatureOverTheAddressWithItsPort() {
        var form = sms(newSid("SM"), newPhone(), TEXT);
        var request = unsigned(PATH, form)
                .header(
                        "X-Twilio-Signature",
                        signature("https://congvu.example.vn:443" + PATH, form, FakeTwilio.TOKEN));

        assertThat(citizen.perform(request).status()).isEqualTo(200);
    }

    @Test
    void takesTheSameWebhookEncodedInAnotherWayForTheSame() {
        var form = sms(newSid("SM"), newPhone(), "  Cán bộ vắng mặt  ");
        var first = citizen.perform(signed(PATH, form));
        var request = post(PATH)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(reencoded(form))
                .header("X-Twilio-Signature", signature(FakeTwilio.PUBLIC_URL + PATH, form, FakeTwilio.TOKEN))
                .with(Tokens.anonymous());

        assertThat(citizen.perform(request)).isEqualTo(first);
    }

    @Test
    void aReplayedWebhookAddsNothing() {
        var form = sms(newSid("SM"), newPhone(), TEXT);
        var first = reply(form);

        assertThat(reply(form)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void asksForWordsWhenAMessageHasNone(String text) {
        assertThat(reply(sms(newSid("SM"), newPhone(), text))).contains("Tin nhan trong");
    }

    @Test
    void takesAMessageOfASenderWithoutANumber() {
        assertThat(reply(sms(newSid("SM"), "VIETTEL", TEXT))).contains("ma tra cuu");
    }

    private String reply(Map<String, String> form) {
        var answer = citizen.perform(signed(PATH, form));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("raw");
    }

    private static String reencoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + everyByteEncoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String everyByteEncoded(String value) {
        var encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(String.format("%02x", b));
        }
        return encoded.toString();
    }
}
