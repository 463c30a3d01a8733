package vn.congvu.devstack.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP server with routes, on virtual threads. */
final class Http implements AutoCloseable {
    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final Logger log = Logger.getLogger(Http.class.getName());

    sealed interface Answer {}

    record Json(int status, Object body) implements Answer {}

    record Bytes(int status, String contentType, byte[] body) implements Answer {}

    record SeeOther(String location) implements Answer {}

    /** Closes the connection without a word. */
    record HangUp() implements Answer {}

    interface Handler {
        Answer handle(Request request) throws IOException;
    }

    private record Route(String method, Pattern path, Handler handler) {}

    private final HttpServer server;
    private final JsonMapper json;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Route> routes = new ArrayList<>();

    Http(int port, JsonMapper json) throws IOException {
        this.json = json;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /** @param path a regular expression over the path before decoding; its groups are {@link Request#path(int)} */
    Http on(String method, String path, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
        return this;
    }

    void start() {
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = route(exchange);
            } catch (Refused refused) {
                answer = problem(refused.status(), String.valueOf(refused.getMessage()));
            } catch (JacksonException unreadable) {
                answer = problem(400, "JSON không đọc được. Unreadable JSON: " + unreadable.getOriginalMessage());
            } catch (RuntimeException broken) {
                log.log(Level.SEVERE, "Can't answer " + exchange.getRequestURI(), broken);
                answer = problem(500, "Lỗi của thế giới giả lập. The simulated world failed: " + broken);
            }
            send(exchange, answer);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException {
        var rawPath = exchange.getRequestURI().getRawPath();
        var pathKnown = false;
        for (var route : routes) {
            var matcher = route.path.matcher(rawPath);
            if (matcher.matches()) {
                pathKnown = true;
                if (route.method.equals(exchange.getRequestMethod())) {
                    return route.handler.handle(new Request(exchange, matcher, body(exchange), json));
                }
            }
        }
        return pathKnown
                ? problem(405, "Phương thức không dùng được ở đây. Another method is needed here.")
                : problem(404, "Không có gì ở đây. Nothing is here.");
    }

    /** A page of another site must not drive this world from somebody's browser. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (origin != null && !origin.equals("http://" + host)) {
            throw Refused.badRequest("Chỉ dùng từ trang này. Only this page may send here.");
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refused.badRequest("Quá lớn. Too large: at most 8 MB.");
        }
        return body;
    }

    private Answer problem(int status, String detail) {
        var problem = Map.of("status", status, "title", "Outside world", "detail", detail);
        return new Bytes(status, "application/problem+json", json.writeValueAsBytes(problem));
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Json(var status, var body) -> send(exchange, status, "application/json", json.writeValueAsBytes(body));
            case Bytes(var status, var contentType, var body) -> send(exchange, status, contentType, body);
            case SeeOther(var location) -> {
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(303, -1);
            }
            case HangUp() -> {
                // closing the exchange before any header closes the connection
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What was asked. */
    static final class Request {
        private final HttpExchange exchange;
        private final Matcher path;
        private final byte[] body;
        private final JsonMapper json;

        Request(HttpExchange exchange, Matcher path, byte[] body, JsonMapper json) {
            this.exchange = exchange;
            this.path = path;
            this.body = body;
            this.json = json;
        }

        String path(int group) {
            return decode(path.group(group).replace("+", "%2B"));
        }

        String header(String name) {
            var value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }

        /** @throws Refused when there is no JSON at all */
        <T> T json(Class<T> type) {
            T read = json.readValue(body, type);
            if (read == null) {
                throw Refused.badRequest("Thiếu nội dung. A JSON object is expected.");
            }
            return read;
        }

        Map<String, String> form() {
            return fields(new String(body, StandardCharsets.UTF_8));
        }

        Map<String, String> query() {
            var query = exchange.getRequestURI().getRawQuery();
            return query == null ? Map.of() : fields(query);
        }

        private static Map<String, String> fields(String encoded) {
            var fields = new LinkedHashMap<String, String>();
            for (var field : encoded.split("&")) {
                var equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
                }
            }
            return fields;
        }

        private static String decode(@Nullable String encoded) {
            try {
                return URLDecoder.decode(encoded == null ? "" : encoded, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException broken) {
                throw Refused.badRequest("Địa chỉ không đọc được. Unreadable characters in the address or form.");
            }
        }
    }
}
