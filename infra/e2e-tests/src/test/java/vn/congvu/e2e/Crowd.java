package vn.congvu.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who report, come back to look, read the board and open their inbox, one thing after another and without a second try,
 * until this is closed. Keeps every answer that was not what they asked for.
 */
final class Crowd implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration BREATH = Duration.ofMillis(120);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI gateway;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> people = new ArrayList<>();
    private final Queue<String> references = new ConcurrentLinkedQueue<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private volatile boolean goingHome;

    private Crowd(URI gateway) {
        this.gateway = gateway;
    }

    static Crowd before(URI gateway, int people) throws InterruptedException {
        var crowd = new Crowd(gateway);
        var staff = crowd.signedIn();
        for (int person = 0; person < people; person++) {
            crowd.people.add(crowd.threads.submit(() -> crowd.live(staff)));
        }
        return crowd;
    }

    /** Of what was acknowledged. */
    List<String> references() {
        return List.copyOf(references);
    }

    /** Until so many more are acknowledged. */
    void awaitReports(int more) {
        int before = references.size();
        Api.await(references::size, many -> many >= before + more);
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private String signedIn() throws InterruptedException {
        try (var http = browser()) {
            return new Person(http).signIn();
        }
    }

    private Void live(String staff) throws InterruptedException {
        // each keeps its connections
        try (var http = browser()) {
            while (!goingHome) {
                var person = new Person(http);
                var receipt = person.report();
                if (!receipt.isMissingNode()) {
                    references.add(receipt.path("reference").asString());
                    person.track(receipt);
                }
                person.get("/xin-loi", null);
                person.get("/api/v1/cases?size=5", staff);
                TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
            }
        }
        return null;
    }

    private final class Person {
        private final HttpClient http;

        Person(HttpClient http) {
            this.http = http;
        }

        JsonNode report() throws InterruptedException {
            return post(
                    "/api/v1/complaints",
                    Map.of("text", "Chờ ba tiếng không ai gọi số", "agencyCode", "SXD", "kind", "CONDUCT"),
                    201);
        }

        void track(JsonNode receipt) throws InterruptedException {
            post(
                    "/api/v1/tracking",
                    Map.of(
                            "reference", receipt.path("reference").asString(),
                            "accessCode", receipt.path("accessCode").asString()),
                    200);
        }

        String signIn() throws InterruptedException {
            return post("/api/v1/sign-in", Map.of("username", "head.sxd", "password", Api.PASSWORD), 200)
                    .path("token")
                    .asString();
        }

        void get(String path, @Nullable String token) throws InterruptedException {
            var request = request(path).GET();
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            send(request.build(), 200);
        }

        private JsonNode post(String path, Map<String, String> body, int expected) throws InterruptedException {
            return send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    expected);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER_WITHIN);
        }

        private JsonNode send(HttpRequest request, int expected) throws InterruptedException {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == expected) {
                    return answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.missingNode();
                }
                troubles.add(request.method() + " " + request.uri().getPath() + ": " + answer.statusCode() + " "
                        + answer.body());
            } catch (IOException noAnswer) {
                troubles.add(request.method() + " " + request.uri().getPath() + ": " + noAnswer);
            }
            return JSON.missingNode();
        }
    }

    /** Lets everybody finish what they do. */
    @Override
    public void close() throws InterruptedException, ExecutionException {
        goingHome = true;
        for (var person : people) {
            person.get();
        }
        threads.close();
    }
}
