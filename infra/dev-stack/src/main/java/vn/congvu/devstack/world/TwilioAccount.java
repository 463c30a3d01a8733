package vn.congvu.devstack.world;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An account with the provider, as both sides know it. */
public record TwilioAccount(String sid, String authToken) {

    /**
     * The value of {@code X-Twilio-Signature}: HMAC-SHA1 over the URL followed by every form field's name and value, sorted by
     * name. Source: <a href="https://www.twilio.com/docs/usage/security">Twilio, validating requests</a>.
     */
    String signature(String url, Map<String, String> fields) {
        var signed = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", authToken, signed.toString()));
    }

    /** Whether an {@code Authorization} header carries this account's name and token. */
    boolean authenticates(String authorization) {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((sid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(String algorithm, String key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + "]";
    }
}
