package vn.congvu.platform.goodbye;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import vn.congvu.platform.testing.SuiteTest;

@SuiteTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "complaints.platform.goodbye.time=100ms")
@DirtiesContext
class GoodbyeTests {
    @Autowired
    Goodbye goodbye;

    @LocalServerPort
    int port;

    @Test
    void whoLeavesClosesTheConnectionOfEachAnswerForAWhile() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(answer(http).headers().firstValue("Connection")).isEmpty();
            var over = new CountDownLatch(1);

            goodbye.stop(over::countDown);

            var answer = answer(http);
            assertThat(answer.statusCode()).as("still answered").isEqualTo(200);
            assertThat(answer.headers().firstValue("Connection")).hasValue("close");
            await().until(() -> over.getCount() == 0);
            assertThat(goodbye.isRunning()).isFalse();
        }
    }

    private HttpResponse<Void> answer(HttpClient http) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/livez"))
                        .build(),
                BodyHandlers.discarding());
    }
}
