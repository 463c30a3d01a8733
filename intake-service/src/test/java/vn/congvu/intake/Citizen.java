package vn.congvu.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.platform.testing.Tokens;

/** Somebody at the web form and the tracking page. */
@TestConfiguration(proxyBeanMethods = false)
public class Citizen {
    public static final JsonMapper JSON = new JsonMapper();

    private final MockMvc mvc;

    Citizen(MockMvc mvc) {
        this.mvc = mvc;
    }

    public record Answer(int status, JsonNode body) {
        public String text(String member) {
            return body.path(member).asString("");
        }
    }

    /** A receipt in hand. */
    public record Receipt(String reference, String accessCode) {}

    public Answer send(String key, Map<String, ?> report) {
        return send(JSON.writeValueAsBytes(report), key);
    }

    public Answer send(byte[] body, String key) {
        var request = json("/api/v1/complaints", body);
        return perform(key == null ? request : request.header("Idempotency-Key", key));
    }

    public Receipt reports(String text) {
        return reports(Map.of("text", text));
    }

    public Receipt reports(Map<String, ?> report) {
        var answer = send(UUID.randomUUID().toString(), report);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return new Receipt(answer.text("reference"), answer.text("accessCode"));
    }

    public JsonNode tracks(Receipt receipt) {
        var answer = does("", receipt, Map.of());
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    /** @param deed such as {@code /messages} */
    public Answer does(String deed, Receipt receipt, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("reference", receipt.reference());
        body.put("accessCode", receipt.accessCode());
        return post("/api/v1/tracking" + deed, body);
    }

    public Answer post(String path, Object body) {
        return perform(json(path, JSON.writeValueAsBytes(body)));
    }

    public Answer perform(RequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            var content = response.getContentAsByteArray();
            return new Answer(
                    response.getStatus(),
                    content.length == 0
                                    || !String.valueOf(response.getContentType())
                                            .contains("json")
                            ? JSON.createObjectNode().put("raw", new String(content, StandardCharsets.UTF_8))
                            : JSON.readTree(content));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    public static MockHttpServletRequestBuilder json(String path, byte[] body) {
        return MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(Tokens.anonymous());
    }
}
