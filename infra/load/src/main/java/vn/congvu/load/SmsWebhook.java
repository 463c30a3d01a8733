package vn.congvu.load;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.http.entity.ContentType;

/** The provider's call for a text message that somebody wrote, signed as the provider signs. */
final class SmsWebhook {
    private final URI address;
    private final String account;
    private final byte[] token;
    private final AtomicInteger phones = new AtomicInteger();

    /** @param intake its settings */
    SmsWebhook(URI gateway, Properties intake) {
        this.address = gateway.resolve("/webhooks/twilio/sms");
        this.account = intake.getProperty("complaints.intake.twilio.account-sid");
        this.token = intake.getProperty("complaints.intake.twilio.auth-token").getBytes(StandardCharsets.UTF_8);
    }

    Load.Call call(String text) {
        return new Load.Call(
                address,
                Map.of("X-Twilio-Signature", "${signature}"),
                "${form}",
                ContentType.APPLICATION_FORM_URLENCODED,
                () -> signed(text));
    }

    /** From a phone that never wrote before. */
    private Map<String, String> signed(String text) {
        var fields = new TreeMap<String, String>();
        fields.put("MessageSid", "SM" + UUID.randomUUID().toString().replace("-", ""));
        fields.put("AccountSid", account);
        fields.put("From", "+849%08d".formatted(10_000_000 + phones.incrementAndGet()));
        fields.put("To", "+842763001022");
        fields.put("Body", text);
        fields.put("NumMedia", "0");
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Map.of("form", form, "signature", signature(fields));
    }

    private String signature(TreeMap<String, String> fields) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token, "HmacSHA1"));
            mac.update(address.toString().getBytes(StandardCharsets.UTF_8));
            fields.forEach((name, value) -> mac.update((name + value).getBytes(StandardCharsets.UTF_8)));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
