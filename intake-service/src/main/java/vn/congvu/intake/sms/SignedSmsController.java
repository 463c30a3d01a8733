package vn.congvu.intake.sms;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Bilingual;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.twilio.RawBody;
import vn.congvu.intake.twilio.TwilioWebhooks;
import vn.congvu.platform.problem.Problem;

/** For local aggregators, SMPP links and GSM gateways: a small adapter on their side signs and posts each message. */
@RestController
@Tag(name = "webhooks")
class SignedSmsController {
    private static final String SCHEME = "sha256=";
    private static final int LONGEST_ID = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SmsProperties properties;
    private final SmsDesk desk;

    /** @param receivedAt by the provider's clock; ours counts */
    record Sms(
            @Nullable String id,
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable Instant receivedAt) {}

    SignedSmsController(SmsProperties properties, SmsDesk desk) {
        this.properties = properties;
        this.desk = desk;
    }

    @PostMapping(path = "/webhooks/sms/{provider}")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "A text message by any provider",
            description =
                    "JSON {id, from, to, text, receivedAt} in UTF-8; X-Signature: sha256=<hex HMAC-SHA256 of the raw body>"
                            + " with the secret configured for the provider. The answer to the sender goes out as a message of its own.")
    Map<String, String> receive(
            @PathVariable String provider,
            @RequestHeader(name = "X-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        var body = RawBody.of(request);
        if (!isSigned(body, properties.secrets().get(provider), signature)) {
            throw new Problem(
                    TwilioWebhooks.BAD_SIGNATURE,
                    new Bilingual(
                            "Thiếu hoặc sai X-Signature. Ký toàn bộ nội dung bằng HMAC-SHA256 với khóa của nhà cung cấp.",
                            "X-Signature is missing or wrong. Sign the whole body by HMAC-SHA256 with the provider's secret."));
        }
        var sms = read(body);
        var typed = new Typed();
        var id = typed.line("id", sms.id(), LONGEST_ID);
        var from = typed.line("from", sms.from(), LONGEST_ID);
        if (id == null) {
            typed.problem("id", "Thiếu mã của tin nhắn.", "The message's id is missing.");
        }
        if (from == null) {
            typed.problem("from", "Thiếu số gửi.", "The sender is missing.");
        }
        typed.refuseIfWrong();
        if (id == null || from == null) {
            throw RawBody.unreadable();
        }
        desk.receive(new InboundSms(provider, id, from, sms.text() == null ? "" : sms.text(), null), false);
        return Map.of("id", id, "status", "stored");
    }

    private static Sms read(byte[] body) {
        try {
            return JSON.readValue(RawBody.strictUtf8(body), Sms.class);
        } catch (JacksonException malformed) {
            throw RawBody.unreadable();
        }
    }

    private static boolean isSigned(byte[] body, @Nullable String secret, @Nullable String signature) {
        if (secret == null || secret.isEmpty() || signature == null || !signature.startsWith(SCHEME)) {
            return false;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(
                    mac.doFinal(body), HexFormat.of().parseHex(signature.substring(SCHEME.length())));
        } catch (IllegalArgumentException notHex) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}
