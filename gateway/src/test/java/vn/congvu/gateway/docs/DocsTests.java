package vn.congvu.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.gateway.testing.Behind.says;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Visitors;

@GatewayTest
class DocsTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void oneDescriptionCoversEveryServiceThatIsThere() {
        says(Behind.INTAKE, "/v3/api-docs", described("/api/v1/complaints", "string"));
        says(Behind.CASES, "/v3/api-docs", described("/api/v1/cases", "integer"));
        Behind.isAway(Behind.NOTIFY);

        var answer = visitors.citizen().get("/v3/api-docs");

        var document = JSON.readTree(answer.body());
        assertThat(document.get("paths").propertyNames())
                .contains("/api/v1/complaints", "/api/v1/cases", "/api/v1/sign-in", "/api/v1/accounts")
                .doesNotContain("/internal/x");
        assertThat(document.get("info").get("description").stringValue()).contains("Away just now: notify-service");
    }

    @Test
    void twoSchemasOfOneNameAreKeptApart() {
        var merging = new ApiMerge(JSON);
        merging.add("intake-service", JSON.readTree(described("/api/v1/complaints", "string")));
        merging.add("case-service", JSON.readTree(described("/api/v1/cases", "integer")));

        var document = merging.document(List.of());

        assertThat(document.at("/components/schemas/Page/type").stringValue()).isEqualTo("string");
        assertThat(document.at("/components/schemas/case-service.Page/type").stringValue())
                .isEqualTo("integer");
        assertThat(document.at("/paths/~1api~1v1~1cases/get/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/case-service.Page");
        assertThat(document.at("/paths/~1api~1v1~1complaints/get/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/Page");
    }

    @Test
    void theApiCanBeReadInABrowser() {
        var citizen = visitors.citizen();

        assertThat(citizen.get("/docs").page().select("script[src=/docs-ui/swagger-ui-bundle.js]"))
                .hasSize(1);
        assertThat(citizen.get("/docs-ui/swagger-ui.css").status()).isEqualTo(200);
    }

    @Test
    void everyProblemExplainsItself() {
        var citizen = visitors.citizen();
        for (var slug : DocsPage.SLUGS) {
            assertThat(citizen.get("/problems/" + slug).status()).as(slug).isEqualTo(200);
        }
        assertThat(citizen.get("/problems").page().select("dl a")).hasSize(DocsPage.SLUGS.size());
        assertThat(citizen.get("/problems/anything-else").text()).contains("Yêu cầu bị từ chối");
    }

    private static String described(String path, String type) {
        return """
                {"openapi": "3.1.0", "paths": {"%s": {"get": {"schema": {"$ref": "#/components/schemas/Page"}}},
                 "/internal/x": {}}, "components": {"schemas": {"Page": {"type": "%s"}}}}""".formatted(path, type);
    }
}
