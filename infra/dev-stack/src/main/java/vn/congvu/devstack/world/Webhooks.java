package vn.congvu.devstack.world;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Calls the suite's webhooks, signed, the way providers do. */
final class Webhooks implements AutoCloseable {
    /** Source: <a href="https://www.twilio.com/docs/usage/webhooks">Twilio gives a webhook 15 seconds</a>. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
    private static final int SHOWN_TROUBLES = 10;

    sealed interface Outcome {}

    record Answered(String body) implements Outcome {}

    /** The suite is away or asks to come back: worth another attempt. */
    record Away(String reason) implements Outcome {}

    /** The suite says no for good. */
    record Declined(int status, String body) implements Outcome {}

    /** Something the suite should have taken and did not. */
    record Trouble(String webhook, String reason, OffsetDateTime at) {}

    private final TwilioAccount account;
    private final String aggregatorSecret;
    private final WorldClock clock;
    private final JsonMapper json;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .executor(background)
            .build();
    private final Deque<Trouble> troubles = new ArrayDeque<>();

    Webhooks(TwilioAccount account, String aggregatorSecret, WorldClock clock, JsonMapper json) {
        this.account = account;
        this.aggregatorSecret = aggregatorSecret;
        this.clock = clock;
        this.json = json;
    }

    /** A form in Twilio's shape with its signature. The same token at every attempt says that it is the same event. */
    HttpRequest twilio(URI url, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", account.signature(url.toString(), fields))
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .header("User-Agent", "TwilioProxy/1.1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** JSON of the generic aggregator, with the signature over the raw body. */
    HttpRequest aggregator(URI url, Map<String, String> members) {
        var body = json.writeValueAsString(new TreeMap<>(members));
        var signature = HexFormat.of().formatHex(TwilioAccount.hmac("HmacSHA256", aggregatorSecret, body));
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Signature", "sha256=" + signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    Outcome attempt(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() < 300) {
                return new Answered(response.body());
            }
            return response.statusCode() >= 500 || response.statusCode() == 429
                    ? new Away("it answered " + response.statusCode())
                    : new Declined(response.statusCode(), response.body());
        } catch (IOException away) {
            return new Away(away.getMessage() == null ? away.getClass().getSimpleName() : away.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Away("the outside world is closing");
        }
    }

    /**
     * Tries once now, and again with growing pauses, for about two minutes, when the suite is away.
     *
     * @param answered what to do with the answer, whenever it comes
     * @return whether the first attempt got through
     */
    boolean deliver(HttpRequest request, Consumer<String> answered) {
        switch (attempt(request)) {
            case Answered(var body) -> {
                answered.accept(body);
                return true;
            }
            case Declined(var status, var body) -> trouble(request, "it refused with " + status + " " + body);
            case Away(var reason) -> {
                trouble(request, reason + "; trying again");
                background.execute(() -> deliverLater(request, answered));
            }
        }
        return false;
    }

    void deliverInBackground(HttpRequest request) {
        background.execute(() -> deliver(request, _ -> {}));
    }

    void inBackground(Runnable work) {
        background.execute(work);
    }

    private void deliverLater(HttpRequest request, Consumer<String> answered) {
        for (var pause : BACK_OFF) {
            if (!pause(pause)) {
                return;
            }
            switch (attempt(request)) {
                case Answered(var body) -> {
                    answered.accept(body);
                    return;
                }
                case Declined(var status, var body) -> {
                    trouble(request, "it refused with " + status + " " + body);
                    return;
                }
                case Away(var reason) -> trouble(request, reason);
            }
        }
        trouble(request, "given up");
    }

    /** @return false when it is time to stop */
    static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void trouble(HttpRequest request, String reason) {
        synchronized (troubles) {
            troubles.addFirst(new Trouble(
                    request.uri().getPath(),
                    reason.length() > 300 ? reason.substring(0, 300) : reason,
                    clock.now().toOffsetDateTime()));
            if (troubles.size() > SHOWN_TROUBLES) {
                troubles.removeLast();
            }
        }
    }

    List<Trouble> troubles() {
        synchronized (troubles) {
            return List.copyOf(troubles);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        client.shutdownNow();
    }
}
