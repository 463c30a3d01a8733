package vn.congvu.devstack.world;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A suite as seen from outside: takes every webhook and answers as a test says. */
final class FakeGateway implements AutoCloseable {
    record Received(String path, Map<String, String> form, String body, String twilioSignature, String signature) {}

    record Reply(int status, String body) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> answers = _ -> new Reply(200, "<Response/>");

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var headers = exchange.getRequestHeaders();
                var webhook = new Received(
                        exchange.getRequestURI().getPath(),
                        form(body),
                        body,
                        headers.getFirst("X-Twilio-Signature"),
                        headers.getFirst("X-Signature"));
                received.add(webhook);
                var reply = answers.apply(webhook);
                var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    void answer(Function<Received, Reply> changed) {
        answers = changed;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> at(String path) {
        return received.stream().filter(webhook -> webhook.path().equals(path)).toList();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        if (!body.startsWith("{")) {
            for (var field : body.split("&")) {
                var sides = field.split("=", 2);
                form.put(sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
