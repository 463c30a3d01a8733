package vn.congvu.gateway.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.ProductionLike;
import vn.congvu.gateway.testing.Visitors;

class EdgeTests extends ProductionLike {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/internal",
                "/internal/contacts/1",
                "/actuator/health/../env",
                "/api/v1/../../actuator/env",
                "//actuator/env",
                "/actuator%2fenv",
                "/%61ctuator/env"
            })
    void whatIsInternalIsNotThere(String path) throws IOException {
        assertThat(status("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .as(path)
                .isGreaterThanOrEqualTo(400);
        assertThat(Behind.CASES.getAllServeEvents()).isEmpty();
    }

    @Test
    void healthSaysNoMoreThanThatItIsUp() {
        var answer = visitors.citizen().get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("mongo").doesNotContain("diskSpace");
    }

    @Test
    void headersThatGrowTooLargeAreRefused() throws IOException {
        assertThat(status("GET / HTTP/1.1\r\nHost: x\r\nX-Much: " + "a".repeat(40_000) + "\r\n\r\n"))
                .isIn(400, 431);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeAndWhileItComes() throws IOException {
        assertThat(status("POST /api/v1/complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 99999999\r\nConnection: close\r\n\r\n{"))
                .isEqualTo(413);
    }

    @Test
    void lengthAndChunksTogetherAreNoTwoRequests() throws IOException {
        var smuggled = "POST /api/v1/complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /staff/admin HTTP/1.1\r\nHost: x\r\n\r\n";
        assertThat(answers(smuggled)).isLessThanOrEqualTo(1);
    }

    @Test
    void whoeverSendsNoHeaderToTheEndIsCutOff() throws IOException {
        long start = System.nanoTime();
        try (var socket = open()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(US_ASCII));
            assertThat(untilClosed(socket)).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    @Test
    void whoeverDripsABodyIsCutOff() throws Exception {
        long start = System.nanoTime();
        try (var socket = open()) {
            socket.getOutputStream()
                    .write(("POST /api/v1/complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 5000\r\n\r\n")
                            .getBytes(US_ASCII));
            assertThat(drip(socket)).as("cut while it dripped").isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    @Test
    void aHostHeaderDecidesNothing() {
        var answer = visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve("/staff/operator"))
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example")
                        .GET());

        assertThat(answer.header("Location")).startsWith("/staff/sign-in");
    }

    /** A byte each third of a second, so no single read takes long. */
    private static boolean drip(Socket socket) throws Exception {
        socket.setSoTimeout(300);
        for (int i = 0; i < 40; i++) {
            try {
                socket.getOutputStream().write('x');
                // an answer or the end of the connection
                socket.getInputStream().read();
                return true;
            } catch (SocketTimeoutException stillOpen) {
                assertThat(i).isLessThan(39);
            } catch (SocketException closed) {
                return true;
            }
        }
        return false;
    }

    private boolean untilClosed(Socket socket) throws IOException {
        socket.setSoTimeout((int) LONGEST.toMillis());
        try {
            return socket.getInputStream().readAllBytes().length >= 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private int status(String request) throws IOException {
        try (var socket = open()) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            return Integer.parseInt(line.substring(9, 12));
        }
    }

    private int answers(String request) throws IOException {
        try (var socket = open()) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.setSoTimeout((int) LONGEST.toMillis());
            var all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return all.split("HTTP/1.1 ", -1).length - 1;
        }
    }

    private Socket open() throws IOException {
        var socket = new Socket("127.0.0.1", visitors.address().getPort());
        socket.setSoTimeout((int) LONGEST.toMillis());
        return socket;
    }
}
