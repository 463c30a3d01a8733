package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
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
import vn.congvu.notify.Receipts;
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

        send(form, Receipts.signature(PUBLIC + notice().id(), form)).andExpect(status().isNoContent());
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
        var good = Receipts.signature(PUBLIC + notice().id(), form);

        send(changed, good).andExpect(status().isForbidden());
        send(form, Receipts.signature(PUBLIC + "another", form)).andExpect(status().isForbidden());
        send(form, Receipts.signature("https://evil.example/webhooks/twilio/status?notice=" + notice().id(), form))
                .andExpect(status().isForbidden());
        sendRaw(Receipts.encoded(form) + "&MessageStatus=failed", good).andExpect(status().isForbidden());
        assertThat(notice().delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void aReceiptOfSomethingUnknownIsTakenAndChangesNothing() throws Exception {
        var form = form("delivered", null);
        mvc.perform(post(URI.create("/webhooks/twilio/status?notice=unknown"))
                        .with(Tokens.anonymous())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(Receipts.encoded(form))
                        .header("X-Twilio-Signature", Receipts.signature(PUBLIC + "unknown", form)))
                .andExpect(status().isNoContent());
        assertThat(notice().delivery().state()).isEqualTo(State.SENT);
    }

    private ResultActions callback(String state, @Nullable String error) throws Exception {
        var form = form(state, error);
        return send(form, Receipts.signature(PUBLIC + notice().id(), form));
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
        return sendRaw(Receipts.encoded(form), signature);
    }

    private ResultActions sendRaw(String body, @Nullable String signature) throws Exception {
        var request = post(URI.create("/webhooks/twilio/status?notice=" + notice().id()))
                .with(Tokens.anonymous())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body);
        return mvc.perform(signature == null ? request : request.header("X-Twilio-Signature", signature));
    }

    private Notice notice() {
        return mongo.findOne(query(where("reference").is(matter.reference())), Notice.class);
    }
}
