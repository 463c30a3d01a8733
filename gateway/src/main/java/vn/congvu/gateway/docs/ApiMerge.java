package vn.congvu.gateway.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts OpenAPI documents into one. Only what is reachable from outside gets in. Two schemas of one name that differ keep both:
 * the later one gets its service's name in front.
 */
final class ApiMerge {
    private static final String SCHEMA = "#/components/schemas/";

    private final JsonMapper json;
    private final ObjectNode paths;
    private final ObjectNode schemas;
    private final ObjectNode tags;

    ApiMerge(JsonMapper json) {
        this.json = json;
        this.paths = json.createObjectNode();
        this.schemas = json.createObjectNode();
        this.tags = json.createObjectNode();
    }

    void add(String service, JsonNode description) {
        var theirs = description.path("components").path("schemas");
        Map<String, String> renamed = new HashMap<>();
        theirs.properties().forEach(schema -> {
            var known = schemas.get(schema.getKey());
            if (known != null && !known.equals(schema.getValue())) {
                renamed.put(SCHEMA + schema.getKey(), SCHEMA + service + "." + schema.getKey());
            }
        });
        theirs.properties().forEach(schema -> {
            var name = renamed.getOrDefault(SCHEMA + schema.getKey(), SCHEMA + schema.getKey());
            schemas.set(name.substring(SCHEMA.length()), withReferences(schema.getValue(), renamed));
        });
        description.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/v1/") || path.getKey().startsWith("/webhooks/")) {
                addPath(path.getKey(), withReferences(path.getValue(), renamed));
            }
        });
        description.path("tags").forEach(tag -> tags.set(tag.path("name").asString(""), tag));
    }

    ObjectNode document(List<String> missing) {
        var document = json.createObjectNode();
        document.put("openapi", "3.1.0");
        var info = document.putObject("info");
        info.put("title", "Công Vụ");
        info.put("version", "v1");
        info.put(
                "description",
                "Reports about officials' conduct and late procedures, answered in time or apologised for in public."
                        + " Sign in with POST /api/v1/sign-in; problems explain themselves at /problems."
                        + (missing.isEmpty() ? "" : " Away just now: " + String.join(", ", missing) + "."));
        document.putArray("servers").addObject().put("url", "/");
        var list = document.putArray("tags");
        tags.properties().forEach(tag -> list.add(tag.getValue()));
        document.set("paths", paths);
        var components = document.putObject("components");
        components.set("schemas", schemas);
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        document.putArray("security").addObject().putArray("bearer");
        return document;
    }

    private void addPath(String path, JsonNode operations) {
        var known = paths.get(path);
        if (known instanceof ObjectNode existing && operations instanceof ObjectNode more) {
            existing.setAll(more);
        } else {
            paths.set(path, operations);
        }
    }

    private JsonNode withReferences(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        var copy = node.deepCopy();
        rewrite(copy, renamed);
        return copy;
    }

    private static void rewrite(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            var reference = text(object.get("$ref"));
            if (reference != null && renamed.containsKey(reference)) {
                object.put("$ref", renamed.get(reference));
            }
            object.forEach(child -> rewrite(child, renamed));
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> rewrite(child, renamed));
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.stringValue() : null;
    }
}
