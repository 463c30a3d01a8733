package vn.congvu.platform.messaging;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Event;

/** Events as JSON. Fields that a reader does not know are left alone, so that a publisher may add some. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    public static String write(Event event) {
        return MAPPER.writeValueAsString(event);
    }

    public static <E extends Event> E read(String json, Class<E> type) {
        return MAPPER.readValue(json, type);
    }
}
