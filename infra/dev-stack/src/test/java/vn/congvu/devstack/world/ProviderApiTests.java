package vn.congvu.devstack.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoken to by the provider's own SDK. */
class ProviderApiTests {
    private static final PhoneNumber CITIZEN = new PhoneNumber("+84912345678");
    private static final PhoneNumber HOTLINE = new PhoneNumber(OpenWorld.HOTLINE);

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
    void deliversAMessageAndReportsItsStatus() throws Exception {
        var message = Message.creator(CITIZEN, HOTLINE, "Phản ánh của ông/bà đã được tiếp nhận")
                .setStatusCallback(URI.create(world.gateway.url() + "/webhooks/twilio/status"))
                .create(client(OpenWorld.ACCOUNT));

        assertThat(message.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(message.getNumSegments()).isEqualTo("1");
        assertThat(world.get("/phones/0912345678/messages")
                        .json()
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Phản ánh của ông/bà đã được tiếp nhận");
        await().untilAsserted(() -> assertThat(world.gateway.at("/webhooks/twilio/status").stream()
                        .map(webhook -> webhook.form().get("MessageStatus")))
                .containsExactly("sent", "delivered"));
        assertThat(Message.fetcher(message.getSid())
                        .fetch(client(OpenWorld.ACCOUNT))
                        .getStatus())
                .isEqualTo(Message.Status.DELIVERED);
    }

    @Test
    void findsWhatWasSentByNumberAndTime() throws Exception {
        Message.creator(CITIZEN, HOTLINE, "một").create(client(OpenWorld.ACCOUNT));
        Message.creator(new PhoneNumber("+84987654321"), HOTLINE, "hai").create(client(OpenWorld.ACCOUNT));
        world.post("/phones/0912345678/messages", "{\"to\":\"hotline\",\"text\":\"ba\"}");
        world.post("/clock/advance", "{\"by\":\"P3D\"}");
        Message.creator(CITIZEN, HOTLINE, "bốn").create(client(OpenWorld.ACCOUNT));

        var toCitizen = Message.reader().setTo(CITIZEN).setPageSize(1L).read(client(OpenWorld.ACCOUNT));
        assertThat(StreamSupport.stream(toCitizen.spliterator(), false).map(Message::getBody))
                .containsExactly("bốn", "một");
        var lately = Message.reader()
                .setDateSentAfter(ZonedDateTime.now().plusDays(2))
                .read(client(OpenWorld.ACCOUNT));
        assertThat(StreamSupport.stream(lately.spliterator(), false).map(Message::getBody))
                .containsExactly("bốn");
        var inbound = Message.reader().setTo(HOTLINE).read(client(OpenWorld.ACCOUNT));
        assertThat(StreamSupport.stream(inbound.spliterator(), false).map(Message::getDirection))
                .containsExactly(Message.Direction.INBOUND);
    }

    @Test
    void refusesWhatTheProviderRefuses() {
        var stranger = client(new TwilioAccount(OpenWorld.ACCOUNT.sid(), "wrong"));
        assertThatThrownBy(() -> Message.creator(CITIZEN, HOTLINE, "a").create(stranger))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getStatusCode())
                        .isEqualTo(401));
        assertThatThrownBy(() ->
                        Message.creator(new PhoneNumber("0912"), HOTLINE, "a").create(client(OpenWorld.ACCOUNT)))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(21211));
    }

    @Test
    void sendsNothingWhenItFailsOrIsDown() throws Exception {
        world.post("/provider", "{\"mode\":\"error\"}");
        assertThatThrownBy(() -> Message.creator(CITIZEN, HOTLINE, "a").create(client(OpenWorld.ACCOUNT)))
                .isInstanceOfSatisfying(ApiException.class, failed -> assertThat(failed.getStatusCode())
                        .isEqualTo(503));
        world.post("/provider", "{\"mode\":\"down\"}");
        assertThatThrownBy(() -> Message.creator(CITIZEN, HOTLINE, "a").create(client(OpenWorld.ACCOUNT)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("failed to respond");
        assertThat(world.get("/phones/0912345678/messages").json()).isEmpty();
        assertThat(world.get("/provider").json().path("mode").asString()).isEqualTo("down");
    }

    @Test
    void sendsFirstAndAnswersLateWhenItIsSlow() throws Exception {
        world.post("/provider", "{\"mode\":\"slow\",\"delay\":\"PT1S\"}");
        var start = System.nanoTime();
        Message.creator(CITIZEN, HOTLINE, "a").create(client(OpenWorld.ACCOUNT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(world.get("/phones/0912345678/messages").json()).hasSize(1);
    }

    private TwilioRestClient client(TwilioAccount account) {
        var here = HttpClientBuilder.create()
                .setRoutePlanner((_, _) -> new HttpRoute(new HttpHost("http", "127.0.0.1", world.port)));
        return new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new NetworkHttpClient(here))
                .build();
    }
}
