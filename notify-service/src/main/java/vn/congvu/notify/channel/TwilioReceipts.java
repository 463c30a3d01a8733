package vn.congvu.notify.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.security.RequestValidator;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.notify.site.Site;

/**
 * Reads the provider's receipts. Their signature covers our public address with its query and every parameter as it was sent, so
 * it is checked over the configured address and the raw body, never over what a framework made of them.
 */
@Component
public class TwilioReceipts {
    private final TwilioSettings settings;
    private final Site site;

    TwilioReceipts(TwilioSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
    }

    /**
     * @param noticeId ours, as we gave it with the message
     * @param reason of a failure
     */
    public record Receipt(@Nullable String noticeId, String providerId, Status status, String reason) {
        /** What matters of the provider's dozen of states. */
        public enum Status {
            ON_ITS_WAY,
            DELIVERED,
            FAILED
        }
    }

    /**
     * @param rawQuery without the question mark
     * @return empty if the provider did not sign exactly this
     */
    public Optional<Receipt> read(@Nullable String rawQuery, byte[] rawBody, @Nullable String signature) {
        if (signature == null || settings.authToken().isBlank()) {
            return Optional.empty();
        }
        var parameters = form(new String(rawBody, UTF_8));
        var query = form(rawQuery == null ? "" : rawQuery);
        if (parameters.isEmpty() || query.isEmpty()) {
            return Optional.empty();
        }
        var address = site.url(TwilioSms.STATUS_PATH) + (rawQuery == null ? "" : "?" + rawQuery);
        if (!new RequestValidator(settings.authToken()).validate(address, parameters.get(), signature)) {
            return Optional.empty();
        }
        return receipt(query.get().get(TwilioSms.NOTICE_PARAMETER), parameters.get());
    }

    private static Optional<Receipt> receipt(@Nullable String noticeId, Map<String, String> parameters) {
        var providerId = parameters.get("MessageSid");
        var status = parameters.getOrDefault("MessageStatus", parameters.getOrDefault("SmsStatus", ""));
        if (providerId == null) {
            return Optional.empty();
        }
        var error = parameters.get("ErrorCode");
        var reason = error == null ? status : status + "-" + error;
        return Optional.of(new Receipt(
                noticeId,
                providerId,
                switch (status) {
                    case "delivered", "read" -> Receipt.Status.DELIVERED;
                    case "failed", "undelivered", "canceled" -> Receipt.Status.FAILED;
                    default -> Receipt.Status.ON_ITS_WAY;
                },
                reason.replaceAll("[^A-Za-z0-9-]", "")));
    }

    /** Empty where a name comes twice or an escape is broken: neither is anything the provider signs. */
    private static Optional<Map<String, String>> form(String raw) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            try {
                var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
                var value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
                if (parameters.putIfAbsent(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException brokenEscape) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
