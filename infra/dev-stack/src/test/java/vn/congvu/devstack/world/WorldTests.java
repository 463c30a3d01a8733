package vn.congvu.devstack.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.devstack.world.FakeGateway.Reply;

class WorldTests {
    @TempDir
    Path folder;

    private OpenWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new OpenWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bringsATextMessageToTheSuiteSignedAndShowsItsAnswer() throws Exception {
        world.gateway.answer(_ -> new Reply(200, "<Response><Message>Đã nhận &amp; mã 7K3</Message></Response>"));

        var sent = world.post("/phones/0912345678/messages", """
                {"to":"hotline","text":"Can bo xa doi tien\\nlan 2"}""");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.json().path("delivered").asBoolean()).isTrue();
        var webhook = world.gateway.at("/webhooks/twilio/sms").getFirst();
        assertThat(webhook.form())
                .containsEntry("From", "+84912345678")
                .containsEntry("To", OpenWorld.HOTLINE)
                .containsEntry("Body", "Can bo xa doi tien\nlan 2")
                .containsEntry("AccountSid", OpenWorld.ACCOUNT.sid());
        assertThat(webhook.form().get("MessageSid")).matches("SM[0-9a-f]{32}");
        assertThat(new RequestValidator(OpenWorld.ACCOUNT.authToken())
                        .validate(
                                world.gateway.url() + "/webhooks/twilio/sms",
                                webhook.form(),
                                webhook.twilioSignature()))
                .isTrue();

        var talk = world.get("/phones/+84912345678/messages").json();
        assertThat(talk).hasSize(2);
        assertThat(talk.path(0).path("direction").asString()).isEqualTo("sent");
        assertThat(talk.path(1).path("direction").asString()).isEqualTo("received");
        assertThat(talk.path(1).path("with").asString()).isEqualTo(OpenWorld.HOTLINE);
        assertThat(talk.path(1).path("text").asString()).isEqualTo("Đã nhận & mã 7K3");
        assertThat(OffsetDateTime.parse(talk.path(1).path("at").asString())
                        .getOffset()
                        .getTotalSeconds())
                .isEqualTo(7 * 3600);
    }

    @Test
    void triesAgainWithTheSameIdWhenTheSuiteIsAway() throws Exception {
        world.gateway.answer(_ -> new Reply(503, ""));
        var sent = world.post("/phones/0912345678/messages", """
                {"to":"hotline","text":"alo"}""");
        assertThat(sent.json().path("delivered").asBoolean()).isFalse();

        world.gateway.answer(_ -> new Reply(200, "<Response><Message>ok</Message></Response>"));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        world.get("/phones/0912345678/messages").json())
                .hasSize(2));
        assertThat(world.gateway.received().stream()
                        .map(webhook -> webhook.form().get("MessageSid")))
                .hasSizeGreaterThan(1)
                .containsOnly(sent.json().path("id").asString());
    }

    @Test
    void sendsThroughTheGenericAggregatorWithItsSignature() throws Exception {
        world.post("/phones/0912345678/messages", """
                {"to":"hotline","text":"Thái độ","via":"aggregator"}""");
        var webhook = world.gateway.at("/webhooks/sms/aggregator").getFirst();
        var expected = TwilioAccount.hmac("HmacSHA256", OpenWorld.AGGREGATOR_SECRET, webhook.body());
        assertThat(webhook.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(expected));
        var json = JsonMapper.builder().build().readTree(webhook.body());
        assertThat(json.propertyNames()).containsExactlyInAnyOrder("id", "from", "to", "text", "receivedAt");
        assertThat(json.path("text").asString()).isEqualTo("Thái độ");
    }

    @Test
    void carriesMessagesBetweenPhonesWithoutTheSuite() throws Exception {
        world.post("/phones/0912345678/messages", """
                {"to":"0987654321","text":"chào"}""");
        assertThat(world.get("/phones/84987654321/messages")
                        .json()
                        .path(0)
                        .path("with")
                        .asString())
                .isEqualTo("+84912345678");
        assertThat(world.gateway.received()).isEmpty();
    }

    @Test
    void leavesARecordingAfterTheGreeting() throws Exception {
        world.gateway.answer(webhook -> new Reply(
                200,
                switch (webhook.path()) {
                    case "/webhooks/twilio/voice" -> """
                    <?xml version="1.0" encoding="UTF-8"?><Response><Say language="vi-VN">Xin chào</Say>
                    <Record action="/webhooks/twilio/after" recordingStatusCallback="/webhooks/twilio/recording"/>
                    <Say>không tới đây</Say></Response>""";
                    case "/webhooks/twilio/after" -> "<Response><Say>Cảm ơn</Say><Hangup/></Response>";
                    default -> "";
                }));

        var call = world.post("/phones/0912345678/calls", """
                {"text":"Tôi phản ánh cán bộ"}""").json();

        assertThat(call.path("heard").values().stream().map(said -> said.asString()))
                .containsExactly("Xin chào", "Cảm ơn");
        await().untilAsserted(() ->
                assertThat(world.gateway.at("/webhooks/twilio/recording")).hasSize(1));
        var callback = world.gateway.at("/webhooks/twilio/recording").getFirst().form();
        assertThat(callback)
                .containsEntry("RecordingStatus", "completed")
                .containsEntry("CallSid", call.path("callSid").asString());
        var recording = callback.get("RecordingUrl").replaceFirst("http://[^/]+", "");
        assertThat(world.get(recording).status()).isEqualTo(401);
        var wav = world.send(world.request(recording + ".wav")
                .header("Authorization", basic(OpenWorld.ACCOUNT.sid(), OpenWorld.ACCOUNT.authToken())));
        assertThat(wav.status()).isEqualTo(200);
        assertThat(wav.text()).startsWith("RIFF").contains("Tôi phản ánh cán bộ");
    }

    @Test
    void reportsACallThatSaidNothing() throws Exception {
        world.gateway.answer(_ -> new Reply(200, """
                <Response><Record recordingStatusCallback="/webhooks/twilio/recording"
                recordingStatusCallbackEvents="completed absent"/><Say>Xin gọi lại</Say></Response>"""));
        var call = world.post("/phones/0912345678/calls", "{}").json();
        assertThat(call.path("heard").path(0).asString()).isEqualTo("Xin gọi lại");
        assertThat(call.path("recordingSid").isNull()).isTrue();
        await().untilAsserted(() -> assertThat(world.gateway.at("/webhooks/twilio/recording").stream()
                        .map(webhook -> webhook.form().get("RecordingStatus")))
                .containsExactly("absent"));
    }

    @Test
    void showsMailsWithTheirTextAndAttachments() throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(world.smtpPort));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("congvu@tayninh.example", "Cổng Công Vụ", "UTF-8"));
        mail.setRecipients(Message.RecipientType.TO, "chutich@tayninh.example,snv@tayninh.example");
        mail.setSubject("Nhắc việc: còn 1 ngày", "UTF-8");
        var text = new MimeBodyPart();
        text.setText("Kính gửi đồng chí,\nhồ sơ sắp quá hạn.", "UTF-8");
        var letter = new MimeBodyPart();
        letter.setText("...", "UTF-8");
        letter.setFileName("thư xin lỗi.txt");
        letter.setDisposition("attachment");
        mail.setContent(new MimeMultipart(text, letter));

        Transport.send(mail);

        var mails = world.get("/mailbox").json();
        assertThat(mails).hasSize(2);
        assertThat(mails.path(0).path("subject").asString()).isEqualTo("Nhắc việc: còn 1 ngày");
        assertThat(mails.path(0).path("from").asString()).contains("Cổng Công Vụ");
        assertThat(mails.path(0).path("text").asString()).isEqualTo("Kính gửi đồng chí,\nhồ sơ sắp quá hạn.");
        assertThat(mails.path(0).path("attachments").path(0).asString()).isEqualTo("thư xin lỗi.txt");
        assertThat(mails.values().stream().map(it -> it.path("to").asString()))
                .containsExactlyInAnyOrder("chutich@tayninh.example", "snv@tayninh.example");
    }

    @Test
    void movesTheClockForwardOnly() throws Exception {
        assertThat(world.post("/clock/advance", "{\"by\":\"P3D\"}")
                        .json()
                        .path("offset")
                        .asString())
                .isEqualTo("PT72H");
        assertThat(world.post("/clock/advance", "{\"by\":\"PT2H30M\"}").status())
                .isEqualTo(200);
        assertThat(world.post("/clock/advance", "{\"by\":\"-P1D\"}").status()).isEqualTo(400);
        assertThat(world.post("/clock/advance", "{\"by\":\"tomorrow\"}").status())
                .isEqualTo(400);
        assertThat(world.get("/clock").json().path("offset").asString()).isEqualTo("PT74H30M");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(world.post("/phones/0912345678/messages", "{\"to\":\"hotline\"}")
                        .text())
                .contains("\\\"text\\\"");
        assertThat(world.post("/phones/0912345678/messages", "{").status()).isEqualTo(400);
        assertThat(world.post("/phones/0912345678/messages", "{\"to\":\"hotline\",\"text\":\"a\",\"x\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(world.post("/phones/nobody/messages", "{\"to\":\"hotline\",\"text\":\"a\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.post("/provider", "{\"mode\":\"odd\"}").status()).isEqualTo(400);
        assertThat(world.get("/nothing").status()).isEqualTo(404);
        assertThat(world.get("/clock/advance").status()).isEqualTo(405);
    }

    @Test
    void doesNotLetAnotherSiteDriveIt() throws Exception {
        var foreign = world.send(world.request("/ui/clock")
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.ofString("by=P10D")));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(world.get("/clock").json().path("offset").asString()).isEqualTo("PT0S");
    }

    @Test
    void worksFromThePageToo() throws Exception {
        world.gateway.answer(_ -> new Reply(200, "<Response><Message>mã &lt;7K3&gt;</Message></Response>"));
        assertThat(world.postForm("/ui/messages", "from=0912+345+678&to=hotline&text=xin+ch%C3%A0o")
                        .status())
                .isEqualTo(303);
        assertThat(world.postForm("/ui/clock", "until=07:30").status()).isEqualTo(303);
        var page = world.get("/?phone=0912345678").text();
        assertThat(page).contains("<h1>Thế giới bên ngoài", "xin chào", "mã &lt;7K3&gt;", "0912 345 678");
        assertThat(page).doesNotContain("null").doesNotContain("%s");
        var kept = world.postForm("/ui/messages", "from=abc&to=hotline&text=gi%E1%BB%AF+l%E1%BA%A1i");
        assertThat(kept.status()).isEqualTo(400);
        assertThat(kept.text()).contains("giữ lại", "role=\"alert\"");
    }

    @Test
    void remembersItsPhonesOverARestart() throws Exception {
        world.post("/phones/0912345678/messages", "{\"to\":\"hotline\",\"text\":\"nhớ\"}");
        world.close();
        world = new OpenWorld(folder);
        var kept = world.get("/phones/0912345678/messages").json().path(0);
        assertThat(kept.path("text").asString()).isEqualTo("nhớ");
        assertThat(kept.path("at").asString()).endsWith("+07:00");
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }
}
