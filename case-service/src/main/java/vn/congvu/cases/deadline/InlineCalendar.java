package vn.congvu.cases.deadline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Which calendar to count with: that of an agency, or one that the request brings along. */
@JsonDeserialize(using = InlineCalendar.Reader.class)
sealed interface InlineCalendar {
    /** @param code an agency, or {@code default} for the common calendar */
    record OfAgency(String code) implements InlineCalendar {}

    /**
     * @param timezone such as Asia/Ho_Chi_Minh
     * @param hours by weekday (mon, tue, ...) the shifts as pairs of times
     * @param daysOff ISO dates
     * @param workedDays ISO dates worked like their weekday, or like a Monday where that has no hours
     */
    @JsonDeserialize(using = ValueDeserializer.None.class)
    record Written(
            @Nullable String timezone,
            @Nullable Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours,
            @Nullable List<@Nullable String> daysOff,
            @Nullable List<@Nullable String> workedDays)
            implements InlineCalendar {}

    /** A text is a code, an object a calendar. */
    final class Reader extends ValueDeserializer<InlineCalendar> {
        @Override
        public InlineCalendar deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    ? new OfAgency(parser.getString())
                    : context.readValue(parser, Written.class);
        }
    }
}
