package vn.congvu.devstack.world;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import vn.congvu.devstack.world.Http.Answer;
import vn.congvu.devstack.world.Http.Bytes;
import vn.congvu.devstack.world.Http.Handler;
import vn.congvu.devstack.world.Http.Json;
import vn.congvu.devstack.world.Http.Request;
import vn.congvu.devstack.world.Provider.Message;
import vn.congvu.devstack.world.Provider.Recording;

/**
 * The provider's REST API in Twilio's shape: messages and recordings of one account.
 *
 * <p>Source: <a href="https://www.twilio.com/docs/messaging/api/message-resource">message resource</a> and
 * <a href="https://www.twilio.com/docs/voice/api/recording">recording resource</a>.
 */
final class ProviderApi {
    private static final int LONGEST_BODY = 1600;
    private static final int LARGEST_PAGE = 1000;
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final TwilioAccount account;
    private final Provider provider;

    ProviderApi(TwilioAccount account, Provider provider) {
        this.account = account;
        this.provider = provider;
    }

    static String accountPath(TwilioAccount account) {
        return "/2010-04-01/Accounts/" + account.sid();
    }

    static String rfc2822(Instant instant) {
        return RFC_2822.format(instant.atOffset(ZoneOffset.UTC));
    }

    void addTo(Http http) {
        var root = "/2010-04-01/Accounts/([^/]+)";
        http.on("POST", root + "/Messages\\.json", behaving(this::create))
                .on("GET", root + "/Messages\\.json", behaving(this::list))
                .on("GET", root + "/Messages/([^/]+)\\.json", behaving(this::show))
                .on("GET", root + "/Recordings/([^/.]+)(|\\.wav|\\.mp3|\\.json)", behaving(this::recording));
    }

    /** Whatever is asked meets the provider as it is just now, after the door. */
    private Handler behaving(Handler handler) {
        return request -> switch (provider.mode()) {
            case OK -> authenticated(request, handler);
            case SLOW -> {
                var answer = authenticated(request, handler);
                Webhooks.pause(provider.delay());
                yield answer;
            }
            case ERROR -> error(503, 20503, "Service unavailable");
            case DOWN -> new Http.HangUp();
        };
    }

    private Answer authenticated(Request request, Handler handler) throws IOException {
        if (!account.authenticates(request.header("Authorization"))) {
            return error(401, 20003, "Authenticate");
        }
        if (!request.path(1).equals(account.sid())) {
            return notFound();
        }
        return handler.handle(request);
    }

    private Answer create(Request request) {
        var form = request.form();
        var to = form.getOrDefault("To", "");
        var from = form.getOrDefault("From", "");
        var body = form.getOrDefault("Body", "");
        if (to.isBlank()) {
            return error(400, 21604, "A 'To' phone number is required.");
        }
        if (from.isBlank()) {
            return error(400, 21603, "A 'From' phone number is required.");
        }
        if (body.isEmpty()) {
            return error(400, 21602, "Message body is required.");
        }
        if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            return error(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            return error(400, 21211, "Invalid 'To' Phone Number: " + to);
        }
        return new Json(201, resource(provider.send(from, to, body, form.get("StatusCallback"))));
    }

    private Answer show(Request request) {
        return provider.message(request.path(2))
                .<Answer>map(message -> new Json(200, resource(message)))
                .orElseGet(ProviderApi::notFound);
    }

    private Answer list(Request request) {
        var query = request.query();
        var size = number(query.getOrDefault("PageSize", "50"), 1, LARGEST_PAGE);
        var page = number(query.getOrDefault("Page", "0"), 0, Integer.MAX_VALUE);
        var found = provider.messages(wanted(query));
        var start = Math.min((long) page * size, found.size());
        var shown = found.stream().skip(start).limit(size).toList();
        var list = new LinkedHashMap<String, Object>();
        list.put("messages", shown.stream().map(this::resource).toList());
        list.put("page", page);
        list.put("page_size", size);
        list.put("start", start);
        list.put("end", Math.max(start, start + shown.size() - 1));
        list.put("uri", pageUri(query, page));
        list.put("first_page_uri", pageUri(query, 0));
        list.put("previous_page_uri", page == 0 ? null : pageUri(query, page - 1));
        list.put("next_page_uri", start + shown.size() < found.size() ? pageUri(query, page + 1) : null);
        return new Json(200, list);
    }

    /** {@code DateSent}, {@code DateSent<} and {@code DateSent>} take a day (GMT) or an instant, as Twilio does. */
    private static Predicate<Message> wanted(Map<String, String> query) {
        Predicate<Message> wanted = _ -> true;
        for (var filter : query.entrySet()) {
            var value = filter.getValue();
            wanted = wanted.and(
                    switch (filter.getKey()) {
                        case "To" -> message -> message.to().equals(value);
                        case "From" -> message -> message.from().equals(value);
                        case "DateSent" ->
                            message -> day(message)
                                    .equals(start(value)
                                            .atOffset(ZoneOffset.UTC)
                                            .toLocalDate());
                        // the API writes DateSent>=, which arrives as the field "DateSent>"
                        case "DateSent>" -> message -> !message.createdAt().isBefore(start(value));
                        case "DateSent<" -> message -> message.createdAt().isBefore(end(value));
                        default -> _ -> true;
                    });
        }
        return wanted;
    }

    private static LocalDate day(Message message) {
        return message.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant start(String value) {
        try {
            return value.length() > 10
                    ? LocalDateTime.parse(value.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            throw Refused.badRequest("DateSent is a day (2026-01-31) or an instant (2026-01-31T00:00:00Z): " + value);
        }
    }

    private static Instant end(String value) {
        return value.length() > 10 ? start(value) : start(value).plusSeconds(24 * 60 * 60);
    }

    private static int number(String value, int least, int most) {
        try {
            return Math.clamp(Long.parseLong(value), least, most);
        } catch (NumberFormatException notANumber) {
            throw Refused.badRequest("Page and PageSize are whole numbers: " + value);
        }
    }

    private String pageUri(Map<String, String> query, int page) {
        var uri = new StringBuilder(accountPath(account))
                .append("/Messages.json?Page=")
                .append(page);
        query.forEach((name, value) -> {
            if (!name.equals("Page")) {
                uri.append('&')
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return uri.toString();
    }

    private Map<String, Object> resource(Message message) {
        var uri = accountPath(account) + "/Messages/" + message.sid();
        var resource = new LinkedHashMap<String, Object>();
        resource.put("sid", message.sid());
        resource.put("account_sid", account.sid());
        resource.put("api_version", "2010-04-01");
        resource.put("body", message.body());
        resource.put("date_created", rfc2822(message.createdAt()));
        resource.put("date_sent", message.status() == Provider.Status.QUEUED ? null : rfc2822(message.createdAt()));
        resource.put("date_updated", rfc2822(message.createdAt()));
        resource.put("direction", message.direction().word);
        resource.put("error_code", null);
        resource.put("error_message", null);
        resource.put("from", message.from());
        resource.put("messaging_service_sid", null);
        resource.put("num_media", "0");
        resource.put("num_segments", Integer.toString(Segments.count(message.body())));
        resource.put("price", null);
        resource.put("price_unit", "USD");
        resource.put("status", message.status().name().toLowerCase(Locale.ROOT));
        resource.put("subresource_uris", Map.of("media", uri + "/Media.json"));
        resource.put("to", message.to());
        resource.put("uri", uri + ".json");
        return resource;
    }

    private Answer recording(Request request) {
        return provider.recording(request.path(2))
                .map(recording -> recording(recording, request.path(3)))
                .orElseGet(ProviderApi::notFound);
    }

    private Answer recording(Recording recording, String ending) {
        return switch (ending) {
            case ".json" -> {
                var resource = new LinkedHashMap<String, Object>();
                resource.put("sid", recording.sid());
                resource.put("account_sid", account.sid());
                resource.put("call_sid", recording.callSid());
                resource.put("channels", 1);
                resource.put("date_created", rfc2822(recording.createdAt()));
                resource.put("duration", Integer.toString(Sound.seconds(recording.spoken())));
                resource.put("source", "RecordVerb");
                resource.put("status", "completed");
                resource.put("uri", accountPath(account) + "/Recordings/" + recording.sid() + ".json");
                yield new Json(200, resource);
            }
            case ".mp3" -> new Bytes(200, "audio/mpeg", Sound.mp3(recording.spoken()));
            default -> wav(recording);
        };
    }

    static Bytes wav(Recording recording) {
        return new Bytes(
                200, "audio/x-wav", recording.audio() == null ? Sound.wav(recording.spoken()) : recording.audio());
    }

    private static Answer notFound() {
        return error(404, 20404, "The requested resource was not found");
    }

    private static Answer error(int status, int code, String message) {
        return new Json(
                status,
                Map.of(
                        "code", code,
                        "message", message,
                        "more_info", "https://www.twilio.com/docs/errors/" + code,
                        "status", status));
    }
}
