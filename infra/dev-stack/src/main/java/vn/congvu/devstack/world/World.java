package vn.congvu.devstack.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.devstack.world.Http.Answer;
import vn.congvu.devstack.world.Http.Bytes;
import vn.congvu.devstack.world.Http.Json;
import vn.congvu.devstack.world.Http.Request;
import vn.congvu.devstack.world.Http.SeeOther;

/** Everything outside the suite, on one port: a page for people, a small HTTP interface for tests, the provider's API. */
public final class World implements AutoCloseable {
    /**
     * @param gatewayUrl the suite's door, where webhooks are sent
     * @param hotline the province's number
     * @param aggregatorSecret of the generic webhook
     * @param folder where phones, mails and recordings are kept
     */
    public record Settings(
            int port,
            int smtpPort,
            String gatewayUrl,
            String hotline,
            TwilioAccount account,
            String aggregatorSecret,
            Path folder) {}

    record Write(@Nullable String to, @Nullable String text, Hotline.@Nullable Via via) {}

    /** {@code audio} is base64 of a WAV file. */
    record Speak(@Nullable String text, byte @Nullable [] audio) {}

    record Advance(@Nullable String by) {}

    record Behave(@Nullable String mode, @Nullable String delay) {}

    private final WorldClock clock;
    private final Phones phones;
    private final Mailbox mailbox;
    private final Webhooks webhooks;
    private final Provider provider;
    private final Hotline hotline;
    private final Calls calls;
    private final Page page;
    private final Http http;

    public World(Settings settings, WorldClock clock) throws IOException {
        var json = json();
        var url = "http://127.0.0.1:" + settings.port();
        this.clock = clock;
        phones = new Phones(settings.folder(), json, clock);
        webhooks = new Webhooks(settings.account(), settings.aggregatorSecret(), clock, json);
        provider = new Provider(settings.account(), settings.folder(), phones, webhooks, clock, json);
        hotline = new Hotline(
                settings.hotline(), settings.gatewayUrl(), settings.account(), phones, provider, webhooks, clock);
        calls = new Calls(
                settings.hotline(), settings.gatewayUrl(), settings.account(), url, phones, provider, webhooks, clock);
        http = new Http(settings.port(), json);
        mailbox = new Mailbox(settings.folder(), settings.smtpPort(), json, clock);
        page = new Page(settings.gatewayUrl(), settings.hotline(), clock, phones, mailbox, provider, webhooks);
        routes();
        new ProviderApi(settings.account(), provider).addTo(http);
        http.start();
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
    }

    private void routes() {
        http.on("GET", "/", request -> page.show(request.query(), null))
                .on("GET", "/(world\\.css|world\\.js)", request -> asset(request.path(1)))
                .on("GET", "/health", _ -> new Json(200, Map.of("status", "UP")))
                .on("POST", "/phones/([^/]+)/messages", request -> write(request.path(1), request.json(Write.class)))
                .on(
                        "GET",
                        "/phones/([^/]+)/messages",
                        request -> new Json(200, phones.messages(PhoneNumber.international(request.path(1)))))
                .on("POST", "/phones/([^/]+)/calls", request -> speak(request.path(1), request.json(Speak.class)))
                .on(
                        "GET",
                        "/phones/([^/]+)/calls",
                        request -> new Json(200, phones.calls(PhoneNumber.international(request.path(1)))))
                .on("GET", "/recordings/([^/.]+)\\.wav", this::recording)
                .on("GET", "/mailbox", _ -> new Json(200, mailbox.mails()))
                .on("GET", "/clock", _ -> time())
                .on("POST", "/clock/advance", request -> advance(request.json(Advance.class)))
                .on("GET", "/provider", _ -> behaviour())
                .on("POST", "/provider", request -> behave(request.json(Behave.class)))
                .on("POST", "/ui/(messages|calls|clock|provider)", this::fromPage);
    }

    private Answer write(String number, Write write) {
        if (write.to() == null || write.text() == null) {
            throw Refused.badRequest(
                    "Thiếu to hoặc text. Both \"to\" (a number or \"hotline\") and \"text\" are needed.");
        }
        return new Json(201, hotline.write(number, write.to(), write.text(), write.via()));
    }

    private Answer speak(String number, Speak speak) {
        return new Json(201, calls.call(number, speak.text() == null ? "" : speak.text(), speak.audio()));
    }

    private Answer recording(Request request) {
        return provider.recording(request.path(1))
                .<Answer>map(ProviderApi::wav)
                .orElseThrow(() -> Refused.notFound("Không có bản ghi này. There is no such recording."));
    }

    private Answer time() {
        return new Json(
                200,
                Map.of(
                        "now",
                        clock.now().toOffsetDateTime(),
                        "offset",
                        clock.offset().toString()));
    }

    private Answer advance(Advance advance) throws IOException {
        if (advance.by() == null) {
            throw Refused.badRequest("Thiếu by. How far? {\"by\":\"P3D\"} or {\"by\":\"PT2H30M\"}.");
        }
        clock.advance(duration(advance.by()));
        return time();
    }

    private static Duration duration(String written) {
        try {
            return Duration.parse(written.strip());
        } catch (DateTimeException unreadable) {
            throw Refused.badRequest(
                    "Không hiểu khoảng thời gian. Not an ISO-8601 duration of days, hours, minutes: P3D, PT2H30M.");
        }
    }

    private Answer behaviour() {
        var behaviour = new LinkedHashMap<String, Object>();
        behaviour.put("mode", provider.mode().word());
        behaviour.put("delay", provider.delay().toString());
        return new Json(200, behaviour);
    }

    private Answer behave(Behave behave) {
        if (behave.mode() == null) {
            throw Refused.badRequest("Thiếu mode. The modes are ok, slow, error and down.");
        }
        var delay = behave.delay() == null ? null : duration(behave.delay());
        provider.behave(ProviderMode.of(behave.mode()), delay);
        return behaviour();
    }

    /** The page's forms: do it and show the page again, or the page with what was wrong and what was typed. */
    private Answer fromPage(Request request) throws IOException {
        var form = request.form();
        try {
            switch (request.path(1)) {
                case "messages" ->
                    hotline.write(
                            form.getOrDefault("from", ""),
                            form.getOrDefault("to", "hotline"),
                            form.getOrDefault("text", ""),
                            form.containsKey("aggregator") ? Hotline.Via.AGGREGATOR : Hotline.Via.TWILIO);
                case "calls" -> calls.call(form.getOrDefault("from", ""), form.getOrDefault("spoken", ""), null);
                case "provider" -> provider.behave(ProviderMode.of(form.getOrDefault("mode", "")), null);
                default -> {
                    if (form.containsKey("until")) {
                        clock.advanceUntil(LocalTime.parse(form.getOrDefault("until", "")));
                    } else {
                        clock.advance(duration(form.getOrDefault("by", "")));
                    }
                }
            }
            var phone = form.getOrDefault("from", form.getOrDefault("phone", ""));
            return new SeeOther(
                    phone.isBlank()
                            ? "/"
                            : "/?phone=" + phone.replaceAll("[^0-9+]", "").replace("+", "%2B"));
        } catch (Refused | DateTimeException refused) {
            return page.show(form, refused.getMessage());
        }
    }

    private static Bytes asset(String name) {
        try (var asset = World.class.getResourceAsStream("/world/" + name)) {
            if (asset == null) {
                throw Refused.notFound(name);
            }
            return new Bytes(
                    200,
                    name.toLowerCase(Locale.ROOT).endsWith("css")
                            ? "text/css; charset=utf-8"
                            : "text/javascript; charset=utf-8",
                    asset.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
        webhooks.close();
        mailbox.close();
    }
}
