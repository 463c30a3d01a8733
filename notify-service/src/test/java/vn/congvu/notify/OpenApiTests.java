package vn.congvu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.congvu.platform.testing.Tokens;

@Tag("any-broker")
class OpenApiTests extends NotifyTests {
    @Test
    void everyCallIsDescribed() throws Exception {
        var api = mvc.perform(get("/v3/api-docs").with(Tokens.anonymous()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        Map<String, Map<String, Map<String, Object>>> paths = JsonPath.read(api, "$.paths");
        assertThat(paths.keySet())
                .contains(
                        "/api/v1/apologies",
                        "/api/v1/apologies.atom",
                        "/api/v1/apologies.json",
                        "/api/v1/apologies/{id}",
                        "/api/v1/apologies/{id}/letter",
                        "/api/v1/apologies/{id}/letter.pdf",
                        "/api/v1/apologies/{id}/sign",
                        "/api/v1/apologies/to-sign",
                        "/api/v1/apologies/preview",
                        "/api/v1/apologies/verification",
                        "/api/v1/apologies/{id}/corrections",
                        "/api/v1/templates",
                        "/api/v1/templates/{key}",
                        "/api/v1/templates/{key}/preview",
                        "/api/v1/notices",
                        "/api/v1/notices/{id}/resolve",
                        "/webhooks/twilio/status");
        paths.entrySet().stream()
                .filter(path -> !path.getKey().contains("/parked"))
                .forEach(path -> path.getValue().forEach((method, call) -> assertThat(call)
                        .as(method + " " + path.getKey())
                        .containsKey("summary")));
    }

    @Test
    void isHealthy() throws Exception {
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
    }
}
