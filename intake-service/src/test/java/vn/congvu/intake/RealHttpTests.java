package vn.congvu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.sms;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.testing.TestKeys;

/** What a mock of the container can't show: bodies as they come over the wire. */
@IntakeTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RealHttpTests {
    private static final byte[] PNG = SampleFiles.png();
    private static final ServiceTokens GATEWAY =
            new ServiceTokens("gateway", TestKeys.TOKENS, Duration.ofMinutes(1), InstantSource.system());

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readsASignedFormFromTheWire() throws Exception {
        var form = sms(newSid("SM"), newPhone(), "Cán bộ vắng mặt & không trả lời = sai %");
        var path = "/webhooks/twilio/sms?from=twilio&Body=injected";
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header(
                        "X-Twilio-Signature",
                        FakeTwilio.signature(FakeTwilio.PUBLIC_URL + path, form, FakeTwilio.TOKEN))
                .POST(BodyPublishers.ofString(FakeTwilio.encoded(form)));

        var answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(answer.body()).contains("ma tra cuu");
    }

    @Test
    void refusesAWebhookThatIsTooLarge() throws Exception {
        var request = request("/webhooks/twilio/sms")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "AAAA")
                .POST(BodyPublishers.ofByteArray(new byte[300_000]));

        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWhoDoesNotComeThroughTheGateway() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/complaints"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"a\"}"));

        assertThat(send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void takesFilesUpToTheLimitAndSaysWhichIsTooLarge() throws Exception {
        var receipt = Citizen.JSON.readTree(send(request("/api/v1/complaints")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"text\": \"Một việc có ảnh\"}")))
                .body());
        var path = "/api/v1/complaints/" + receipt.path("reference").asString() + "/attachments";
        var code = receipt.path("accessCode").asString();

        assertThat(send(attaching(path, code, 10 * 1024 * 1024)).statusCode()).isEqualTo(201);
        var tooLarge = send(attaching(path, code, 10 * 1024 * 1024 + 1));
        assertThat(tooLarge.statusCode()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("10 MB");
        assertThat(send(attaching(path, code, 12 * 1024 * 1024)).statusCode()).isEqualTo(413);
    }

    @Test
    void describesItselfWithExamples() throws Exception {
        var description = send(request("/v3/api-docs").GET()).body();

        assertThat(description)
                .contains("/api/v1/complaints", "/api/v1/tracking/rating", "Idempotency-Key", "7K3F9QXM2D")
                .doesNotContain("/internal/contacts", "ClientAddress");
    }

    private HttpRequest.Builder attaching(String path, String code, int size) throws Exception {
        var picture = new byte[size];
        System.arraycopy(PNG, 0, picture, 0, PNG.length);
        var body = new ByteArrayOutputStream();
        body.write("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        body.write(picture);
        body.write("\r\n--limit--\r\n".getBytes(StandardCharsets.US_ASCII));
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("X-Access-Code", code)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + GATEWAY.issue("intake-service", Caller.anonymous()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
