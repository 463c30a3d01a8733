package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.notify.NoticeFailed;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.testing.Tokens;

class StatusCallbackTests extends NotifyTests {
    private static final String PUBLIC = "http://127.0.0.1:8080/webhooks/twilio/status?notice=";

    private Happenings matter = Happenings.of((String) null);

    @BeforeEach
    void aSentMessage() {
        matter = Happenings.of(phone("s-1", "0904444401"));
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        await().until(() -> notice() != null);
        sweep();
        assertThat(notice().delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void aSignedReceiptIsTakenOnceAndInAnyOrder() throws Exception {
        callback("delivered", null).andExpect(status().isNoContent());
        var delivered = notice();
        assertThat(delivered.delivery().state()).isEqualTo(State.DELIVERED);

        callback("delivered", null).andExpect(status().isNoContent());
        callback("sent", null).andExpect(status().isNoContent());
        callback("queued", null).andExpect(status().isNoContent());
        assertThat(notice()).isEqualTo(delivered);
    }

    @Test
    void anUndeliveredMessageIsAFailureSomebodySees() throws Exception {
        callback("undelivered", "30003").andExpect(status().isNoContent());

        assertThat(notice().delivery().state()).isEqualTo(State.FAILED);
        assertThat(events.await(NoticeFailed.class, failed -> failed.reference().equals(matter.reference()))
                        .reason())
                .isEqualTo("undelivered-30003");
    }

    @Test
    void wordsWithBlanksAndVietnameseAreReadAsTheyWereSigned() throws Exception {
        var form = form("delivered", null);
        form.put("Note", "  hai  dấu cách + cộng & và ");

        send(form, signature(PUBLIC + notice().id(), form)).andExpect(status().isNoContent());
        assertThat(notice().delivery().state()).isEqualTo(State.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "null"})
    void aWrongOrMissingSignatureIsRefused(String signature) throws Exception {
        send(form("delivered", null), "null".equals(signature) ? null : signature)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/unsigned-webhook"));
        assertThat(notice().delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void aSignatureForAnotherBodyNoticeOrAddressIsRefused() throws Exception {
        var form = form("delivered", null);
        var changed = form("failed", null);
        var good = signature(PUBLIC + notice().id(), form);

        send(changed, good).andExpect(status().isForbidden());
        send(form, signature(PUBLIC + "another", form)).andExpect(status().isForbidden());
        send(form, signature("https://evil.example/webhooks/twilio/status?notice=" + notice().id(), form))
                .andExpect(status().isForbidden());
        sendRaw(encoded(form) + "&MessageStatus=failed", good).andExpect(status().isForbidden());
        assertThat(notice().delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void aReceiptOfSomethingUnknownIsTakenAndChangesNothing() throws Exception {
        var form = form("delivered", null);
        mvc.perform(post(URI.create("/webhooks/twilio/status?notice=unknown"))
                        .with(Tokens.anonymous())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(encoded(form))
                        .header("X-Twilio-Signature", signature(PUBLIC + "unknown", form)))
                .andExpect(status().isNoContent());
        assertThat(notice().delivery().state()).isEqualTo(State.SENT);
    }

    private ResultActions callback(String state, @Nullable String error) throws Exception {
        var form = form(state, error);
        return send(form, signature(PUBLIC + notice().id(), form));
    }

    private Map<String, String> form(String state, @Nullable String error) {
        var form = new TreeMap<>(Map.of(
                "AccountSid",
                ACCOUNT,
                "MessageSid",
                String.valueOf(notice().delivery().providerId()),
                "MessageStatus",
                state,
                "To",
                "+84904444401"));
        if (error != null) {
            form.put("ErrorCode", error);
        }
        return form;
    }

    private ResultActions send(Map<String, String> form, @Nullable String signature) throws Exception {
        return sendRaw(encoded(form), signature);
    }

    private ResultActions sendRaw(String body, @Nullable String signature) throws Exception {
        var request = post(URI.create("/webhooks/twilio/status?notice=" + notice().id()))
                .with(Tokens.anonymous())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body);
        return mvc.perform(signature == null ? request : request.header("X-Twilio-Signature", signature));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + java.net.URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** HMAC-SHA1 over the address and every name and value, sorted by name (Twilio, "Validating requests"). */
    private static String signature(String url, Map<String, String> form) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        var all = url
                + new TreeMap<>(form)
                        .entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining());
        return Base64.getEncoder().encodeToString(mac.doFinal(all.getBytes(StandardCharsets.UTF_8)));
    }

    private Notice notice() {
        return mongo.findOne(query(where("reference").is(matter.reference())), Notice.class);
    }
}
