package vn.congvu.gateway.docs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;

/** The description of the whole API: what each service says about itself and what the gateway adds, as one document. */
@RestController
class ApiDescription {
    private static final Logger log = LoggerFactory.getLogger(ApiDescription.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Services services;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json = new JsonMapper();
    private volatile @Nullable Merged merged;

    ApiDescription(Services services, OpenApiWebMvcResource own) {
        this.services = services;
        this.own = own;
    }

    private record Merged(String document, long atNanos) {}

    @GetMapping(value = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    ResponseEntity<String> description(HttpServletRequest request) throws IOException {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(FRESH)).body(document(request));
    }

    private String document(HttpServletRequest request) throws IOException {
        var known = merged;
        if (known != null && System.nanoTime() - known.atNanos() < FRESH.toNanos()) {
            return known.document();
        }
        List<String> missing = new ArrayList<>();
        var merging = new ApiMerge(json);
        merging.add(
                "gateway",
                json.readTree(new String(
                        own.openapiJson(request, "/v3/api-docs/gateway", Locale.ENGLISH), StandardCharsets.UTF_8)));
        for (var service : Service.values()) {
            describe(service, merging, missing);
        }
        var document = json.writeValueAsString(merging.document(missing));
        if (missing.isEmpty()) {
            merged = new Merged(document, System.nanoTime());
        }
        return document;
    }

    private void describe(Service service, ApiMerge merging, List<String> missing) {
        try {
            var said = services.client(service)
                    .get()
                    .uri("/v3/api-docs")
                    .retrieve()
                    .body(JsonNode.class);
            if (said != null) {
                merging.add(service.audience(), said);
            }
        } catch (ServiceAway | Refusal unavailable) {
            log.warn("{} does not describe itself: {}", service.audience(), unavailable.getMessage());
            missing.add(service.audience());
        }
    }
}
