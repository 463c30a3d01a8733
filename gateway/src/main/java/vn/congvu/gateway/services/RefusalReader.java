package vn.congvu.gateway.services;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the problem document of a refusal. Anything from 500 up is the service's own trouble. */
final class RefusalReader implements ResponseErrorHandler {
    private final Service service;
    private final JsonMapper json;

    RefusalReader(Service service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().isError();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (status >= 500) {
            throw new ServiceAway(service, status);
        }
        throw new Refusal(status, read(response));
    }

    private Refusal.Document read(ClientHttpResponse response) throws IOException {
        Map<String, Object> members;
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> parsed = json.readValue(response.getBody().readAllBytes(), Map.class);
            members = parsed == null ? new HashMap<>() : new HashMap<>(parsed);
        } catch (JacksonException noProblemDocument) {
            members = new HashMap<>();
        }
        return new Refusal.Document(
                text(members.remove("type")),
                text(members.remove("title")),
                text(members.remove("detail")),
                fields(members.remove("errors")),
                members);
    }

    private static List<Refusal.Field> fields(@Nullable Object errors) {
        List<Refusal.Field> fields = new ArrayList<>();
        if (errors instanceof List<?> list) {
            for (var item : list) {
                if (item instanceof Map<?, ?> error) {
                    fields.add(new Refusal.Field(text(error.get("field")), text(error.get("message"))));
                }
            }
        }
        return fields;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
