package vn.congvu.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congvu.devstack.suite.Service;

/** The whole start and end, with services that are nothing but healthy. */
class DevStackIT {
    @TempDir
    Path root;

    private Path runDir;

    @BeforeEach
    void pack() throws IOException {
        runDir = root.resolve("run");
        for (var service : Service.values()) {
            FakeService.packIn(root, service.module());
        }
    }

    @Test
    void startsAllAndEndsAll() throws Exception {
        List<ProcessHandle> children;
        Up up = new Up(root, runDir, "--free-ports").awaitReady();
        try (up) {
            assertThat(up.said())
                    .contains("database", "message broker", "outside world", "case-service", "cong-vu-demo-only");
            assertThat(get(up, "gateway", "/readyz")).isEqualTo(200);
            assertThat(get(up, "world", "/mailbox")).isEqualTo(200);
            assertThat(Files.readString(runDir.resolve("logs/case-service.log")))
                    .contains("mongodb://127.0.0.1:" + up.port("mongodb") + "/cases");
            children = up.children();
            assertThat(children).hasSizeGreaterThan(4);
        }
        assertThat(up.awaitExit()).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(runDir.resolve("pids")).doesNotExist();
        assertThat(runDir.resolve("ready")).doesNotExist();
    }

    @Test
    void refusesASecondOneAndASecondUserOfItsPorts() throws Exception {
        try (var first = new Up(root, runDir, "--free-ports").awaitReady()) {
            var second = new Up(root, runDir, "--free-ports");
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.said().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("already running", Long.toString(first.process().pid()), "infra/down");

            var other =
                    new Up(root, root.resolve("other"), "--free-ports", "--ports", "gateway=" + first.port("gateway"));
            assertThat(other.awaitExit()).isEqualTo(1);
            assertThat(other.said().strip().lines())
                    .singleElement()
                    .asString()
                    .contains(first.port("gateway") + " (gateway)", "--free-ports");
            assertThat(root.resolve("other/pids")).doesNotExist();
            assertThat(get(first, "gateway", "/readyz")).isEqualTo(200);
        }
    }

    @Test
    void stopsEverythingWhenAServiceDies() throws Exception {
        var up = new Up(root, runDir, "--free-ports").awaitReady();
        var children = up.children();
        up.service("notify-service").destroyForcibly();
        assertThat(up.awaitExit()).isEqualTo(1);
        assertThat(up.said()).contains("notify-service ended with exit code 137", "listening on " + up.port("notify"));
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void leavesNoServiceBehindWhenItIsKilled() throws Exception {
        var up = new Up(root, runDir, "--free-ports").awaitReady();
        var services = List.of(up.service("gateway"), up.service("case-service"));
        up.process().destroyForcibly();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(services).noneMatch(ProcessHandle::isAlive));
        try (var next = new Up(root, runDir, "--free-ports").awaitReady()) {
            assertThat(get(next, "gateway", "/readyz")).isEqualTo(200);
        }
    }

    @Test
    void keepsTheDataItWasToldToKeep() throws Exception {
        var data = root.resolve("kept");
        try (var up = new Up(root, runDir, "--free-ports", "--data", data.toString()).awaitReady()) {
            assertThat(up.said()).contains("does not force the disk");
            assertThat(post(up, "/clock/advance", "{\"by\":\"P3D\"}")).contains("PT72H");
        }
        var sealing = Files.readString(data.resolve("sealing.key"));
        try (var up = new Up(root, runDir, "--free-ports", "--data", data.toString()).awaitReady()) {
            assertThat(post(up, "/clock/advance", "{\"by\":\"PT1H\"}")).contains("PT73H");
        }
        assertThat(Files.readString(data.resolve("sealing.key"))).isEqualTo(sealing);
    }

    @Test
    void saysInOneLineThatARealServerIsAway() throws Exception {
        var nobody = freePort();
        for (var option : List.of("--mongodb mongodb://127.0.0.1:" + nobody, "--rabbitmq amqp://127.0.0.1:" + nobody)) {
            var up = new Up(root, runDir, ("--free-ports " + option).split(" "));
            assertThat(up.awaitExit()).isEqualTo(1);
            assertThat(up.said().strip().lines())
                    .singleElement()
                    .asString()
                    .contains(option.split(" ")[0], "start it, correct the address, or leave the option out");
        }
        assertThat(runDir.resolve("pids")).doesNotExist();
    }

    @Test
    void saysWhatIsNotBuilt() throws Exception {
        Files.delete(root.resolve("gateway/target/gateway-0.1.jar"));
        var up = new Up(root, runDir, "--free-ports");
        assertThat(up.awaitExit()).isEqualTo(1);
        assertThat(up.said()).contains("gateway is not built: run infra/up");
    }

    private static int get(Up up, String part, String path) throws Exception {
        return send(up, part, HttpRequest.newBuilder().GET(), path).statusCode();
    }

    private static String post(Up up, String path, String json) throws Exception {
        var post = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(json));
        return send(up, "world", post, path).body();
    }

    private static HttpResponse<String> send(Up up, String part, HttpRequest.Builder request, String path)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var url = URI.create("http://127.0.0.1:" + up.port(part) + path);
            return client.send(request.uri(url).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
