package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway and the outside world by HTTP, as citizens, staff and programs use them. */
final class Api {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String PASSWORD = "cong-vu-demo-only";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Api() {}

    record Answer(int status, String body, HttpHeaders headers) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }
    }

    static Answer get(String path, @Nullable String account) {
        return send(request(RunningSuite.gateway(), path, account).GET());
    }

    static Answer post(String path, Object body, @Nullable String account) {
        return postRaw(path, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8), account, Map.of());
    }

    static Answer postRaw(String path, byte[] body, @Nullable String account, Map<String, String> headers) {
        var request = request(RunningSuite.gateway(), path, account).POST(BodyPublishers.ofByteArray(body));
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return send(request);
    }

    static Answer put(String path, Object body, @Nullable String account) {
        return send(request(RunningSuite.gateway(), path, account)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    static JsonNode worldGet(String path) {
        return send(request(RunningSuite.world(), path, null).GET()).expect(200).json();
    }

    static Answer worldPost(String path, Object body) {
        return send(request(RunningSuite.world(), path, null)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    static void advanceClock(String by) {
        var answer = worldPost("/clock/advance", Map.of("by", by));
        if (answer.status() >= 300) {
            throw new AssertionError(answer.body());
        }
    }

    static JsonNode complain(Map<String, ?> report, String key) {
        return postRaw(
                        "/api/v1/complaints",
                        JSON.writeValueAsString(report).getBytes(StandardCharsets.UTF_8),
                        null,
                        Map.of("Idempotency-Key", key))
                .expect(201)
                .json();
    }

    static JsonNode track(JsonNode receipt) {
        return post(
                        "/api/v1/tracking",
                        Map.of(
                                "reference", receipt.path("reference").asString(),
                                "accessCode", receipt.path("accessCode").asString()),
                        null)
                .expect(200)
                .json();
    }

    /** The case of a reference as an account sees it, waited for until it fits. */
    static JsonNode awaitCase(String account, String reference, Predicate<JsonNode> fits) {
        return await(() -> findCase(account, reference), fits);
    }

    /** Among what is open, then among what has ended. */
    static JsonNode findCase(String account, String reference) {
        var q = URLEncoder.encode(reference, StandardCharsets.UTF_8);
        return Stream.of("inbox", "closed")
                .map(view -> get("/api/v1/cases?view=" + view + "&q=" + q, account)
                        .expect(200)
                        .json()
                        .path("items"))
                .flatMap(JsonNode::valueStream)
                .filter(item -> item.path("reference").asString().equals(reference))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    /** The whole case, with its history. */
    static JsonNode fullCase(String account, String reference) {
        return get("/api/v1/cases/" + findCase(account, reference).path("id").asString(), account)
                .expect(200)
                .json();
    }

    /** What the history says, in Vietnamese. */
    static List<String> historyOf(JsonNode fullCase) {
        return fullCase.path("history")
                .valueStream()
                .map(entry -> entry.path("what").path("vi").asString())
                .toList();
    }

    static JsonNode command(String account, String reference, String command, Map<String, ?> body) {
        return asked(account, reference, command, body).expect(200).json();
    }

    /** The answer to a command on the case as it is: decided again where something else changed it meanwhile. */
    static Answer asked(String account, String reference, String command, Map<String, ?> body) {
        return await(
                () -> {
                    var found = findCase(account, reference);
                    var versioned = new TreeMap<String, Object>(body);
                    versioned.put("version", found.path("version").asLong());
                    return post("/api/v1/cases/" + found.path("id").asString() + "/" + command, versioned, account);
                },
                answer -> answer.status() != 409);
    }

    static <T> T await(Callable<T> question, Predicate<T> fits) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(question, fits);
    }

    private static HttpRequest.Builder request(URI base, String path, @Nullable String account) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        if (account != null) {
            request.header("Authorization", "Bearer " + token(account));
        }
        return request;
    }

    private static String token(String account) {
        return TOKENS.computeIfAbsent(
                account, name -> post("/api/v1/sign-in", Map.of("username", name, "password", PASSWORD), null)
                        .expect(200)
                        .json()
                        .path("token")
                        .asString());
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
