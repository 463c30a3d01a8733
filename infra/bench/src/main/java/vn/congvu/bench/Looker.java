package vn.congvu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of the pages, with a browser of their own that keeps its connection and its cookies. */
final class Looker {
    private static final String PASSWORD = "cong-vu-demo-only";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final URI gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    Looker(URI gateway) {
        this.gateway = gateway;
    }

    /** What a citizen keeps. */
    record Receipt(String reference, String accessCode) {}

    Looker signIn(String account) throws IOException, InterruptedException {
        var form = CSRF.matcher(text(request("/staff/sign-in").GET(), 200));
        if (!form.find()) {
            throw new IllegalStateException("the page for signing in has no form");
        }
        text(form("/staff/sign-in", Map.of("_csrf", form.group(1), "username", account, "password", PASSWORD)), 302);
        return this;
    }

    Receipt report(String words) throws IOException, InterruptedException {
        var json = new JsonMapper();
        var body = json.writeValueAsString(Map.of("text", words));
        var request = request("/api/v1/complaints")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        var receipt = json.readTree(text(request, 201));
        return new Receipt(
                receipt.path("reference").asString(), receipt.path("accessCode").asString());
    }

    /** @return the bytes of the page, which must contain a word of it: a page of error is quick to make */
    int get(String path, String word) throws IOException, InterruptedException {
        return containing(text(request(path).GET(), 200), word);
    }

    int track(Receipt receipt) throws IOException, InterruptedException {
        var form = form("/tra-cuu", Map.of("reference", receipt.reference(), "accessCode", receipt.accessCode()));
        return containing(text(form, 200), "id=\"state\"");
    }

    void awaitText(String path, String word) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!text(request(path).GET(), 200).contains(word)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(path + " never said " + word);
            }
            Thread.sleep(100);
        }
    }

    private static int containing(String page, String word) {
        if (!page.contains(word)) {
            throw new IllegalStateException("not the page that was meant: " + page);
        }
        return page.getBytes(UTF_8).length;
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofMinutes(5));
    }

    private String text(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.uri() + " said " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
