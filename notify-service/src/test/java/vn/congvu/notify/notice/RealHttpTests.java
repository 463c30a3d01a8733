package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.congvu.contracts.Exchanges;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.notify.Receipts;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.testing.TestKeys;

/** What a mock of the container can't show: bodies as they come over the wire. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RealHttpTests extends NotifyTests {
    private static final ServiceTokens GATEWAY =
            new ServiceTokens("gateway", TestKeys.TOKENS, Duration.ofMinutes(1), InstantSource.system());

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readsASignedReceiptFromTheWire() throws Exception {
        var matter = Happenings.of(phone("r-1", "0909999901"));
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        await().until(() -> notice(matter) != null);
        sweep();
        var path = "/webhooks/twilio/status?notice=" + notice(matter).id();
        var form = Map.of(
                "MessageSid",
                String.valueOf(notice(matter).delivery().providerId()),
                "MessageStatus",
                "delivered",
                "Words",
                " dấu cách + & = % ");
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", Receipts.signature("http://127.0.0.1:8080" + path, form));

        assertThat(send(request.POST(BodyPublishers.ofString(Receipts.encoded(form))))
                        .statusCode())
                .isEqualTo(204);
        assertThat(notice(matter).delivery().state()).isEqualTo(State.DELIVERED);
        assertThat(send(request.POST(BodyPublishers.ofString("MessageStatus=failed")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request.POST(BodyPublishers.ofByteArray(new byte[200_000])))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void feedsAreSentOnceUntilTheyChange() throws Exception {
        var first = send(request("/api/v1/apologies.atom").GET());
        var etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
        assertThat(send(request("/api/v1/apologies.atom")
                                .header("If-None-Match", etag)
                                .GET())
                        .statusCode())
                .isEqualTo(304);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + GATEWAY.issue("notify-service", Caller.anonymous()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Notice notice(Happenings matter) {
        return mongo.findOne(query(where("reference").is(matter.reference())), Notice.class);
    }
}
