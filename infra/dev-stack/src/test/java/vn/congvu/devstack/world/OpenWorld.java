package vn.congvu.devstack.world;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A world on free ports, in front of a fake suite, spoken to over HTTP as tests of the suite do. */
final class OpenWorld implements AutoCloseable {
    static final String HOTLINE = "+842763001022";
    static final TwilioAccount ACCOUNT = new TwilioAccount("AC0123456789abcdef0123456789abcdef", "token-of-the-test");
    static final String AGGREGATOR_SECRET = "secret-of-the-aggregator";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final FakeGateway gateway;
    final int port = freePort();
    final int smtpPort = freePort();
    private final World world;
    private final HttpClient client = HttpClient.newHttpClient();

    OpenWorld(Path folder) throws IOException {
        gateway = new FakeGateway();
        var settings = new World.Settings(port, smtpPort, gateway.url(), HOTLINE, ACCOUNT, AGGREGATOR_SECRET, folder);
        world = new World(settings, new WorldClock(folder.resolve("clock-offset")));
    }

    record Answer(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    Answer post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer postForm(String path, String form) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        world.close();
        gateway.close();
    }
}
