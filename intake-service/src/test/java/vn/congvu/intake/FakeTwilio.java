package vn.congvu.intake;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.congvu.platform.testing.Tokens;

/** Twilio, as seen from here: its signed webhooks, made without its SDK, and its API. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeTwilio {
    public static final String ACCOUNT = "AC00000000000000000000000000000001";
    public static final String TOKEN = "token-of-the-tests";
    public static final String PUBLIC_URL = "https://congvu.example.vn";
    public static final WireMockServer API = started();

    private static final AtomicLong PHONES = new AtomicLong(912_000_000);

    private static WireMockServer started() {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    @Bean
    DynamicPropertyRegistrar apiAddress() {
        return registry -> registry.add("complaints.intake.twilio.api-base-url", API::baseUrl);
    }

    /** A mobile number that no other test uses. */
    public static String newPhone() {
        return "+84" + PHONES.incrementAndGet();
    }

    public static String newSid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    public static Map<String, String> sms(String sid, String from, String text) {
        var form = new LinkedHashMap<String, String>();
        form.put("ToCountry", "VN");
        form.put("MessageSid", sid);
        form.put("AccountSid", ACCOUNT);
        form.put("From", from);
        form.put("To", "+842763822233");
        form.put("Body", text);
        form.put("NumMedia", "0");
        return form;
    }

    /** A webhook as Twilio sends it. */
    public static MockHttpServletRequestBuilder signed(String path, Map<String, String> form) {
        return unsigned(path, form).header("X-Twilio-Signature", signature(PUBLIC_URL + path, form, TOKEN));
    }

    public static MockHttpServletRequestBuilder unsigned(String path, Map<String, String> form) {
        return post(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(encoded(form))
                .with(Tokens.anonymous());
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Of the address and the sorted fields, as Twilio documents it. */
    public static String signature(String url, Map<String, String> form, String token) {
        var signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        return Base64.getEncoder()
                .encodeToString(mac("HmacSHA1", token, signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] mac(String algorithm, String secret, byte[] content) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
