package vn.congvu.devstack.play;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON over HTTP to one address. Comes back when the other side is away or busy (no connection, 429, 502, 503, 504), so
 * everything sent through it must be safe to send twice, unless it asks once.
 */
public final class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);
    private static final Duration THE_ONLY_ANSWER = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Duration patience;
    private final Duration answer;

    public Door(URI base) {
        this(base, PATIENCE, ONE_ANSWER);
    }

    private Door(URI base, Duration patience, Duration answer) {
        this.base = base;
        this.patience = patience;
        this.answer = answer;
    }

    /** Never comes back, for what must not be sent twice: it waits long for the one answer. */
    public static Door askingOnce(URI base) {
        return new Door(base, Duration.ZERO, THE_ONLY_ANSWER);
    }

    /** @param body missing where the answer is empty or no JSON */
    public record Answer(int status, JsonNode body) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /**
         * The body, or what was refused in the other side's own words.
         *
         * @throws Unexpected if the answer is no 2xx
         */
        public JsonNode expected(String what) {
            if (!ok()) {
                throw new Unexpected(what + ": " + status + " " + said());
            }
            return body;
        }

        /** What a problem document says. */
        public String said() {
            var detail = body.path("detail").asString("");
            return (detail.isEmpty() ? body.path("title").asString("") : detail)
                    + (body.has("errors") ? " " + body.path("errors") : "");
        }
    }

    /** The suite answered something that no play expects. */
    public static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unexpected(String message) {
            super(message);
        }
    }

    public Answer get(String path, @Nullable String token) {
        return send("GET", path, null, token, Map.of());
    }

    public Answer post(String path, Object body, @Nullable String token) {
        return send("POST", path, body, token, Map.of());
    }

    public Answer post(String path, Object body, @Nullable String token, Map<String, String> headers) {
        return send("POST", path, body, token, headers);
    }

    public Answer put(String path, Object body, @Nullable String token) {
        return send("PUT", path, body, token, Map.of());
    }

    private Answer send(
            String method, String path, @Nullable Object body, @Nullable String token, Map<String, String> headers) {
        var builder = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                .timeout(answer)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
        headers.forEach(builder::header);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            builder.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return patiently(builder.build());
    }

    private Answer patiently(HttpRequest request) {
        long until = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            String away;
            try {
                var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (!comesBack(response.statusCode()) || System.nanoTime() > until) {
                    return new Answer(response.statusCode(), read(response.body()));
                }
                away = "it answers " + response.statusCode();
            } catch (IOException unreachable) {
                away = String.valueOf(unreachable.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Unexpected("interrupted");
            }
            if (System.nanoTime() > until) {
                throw new Unexpected(request.uri() + " is away: " + away);
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static boolean comesBack(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}
