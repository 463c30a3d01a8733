package vn.congvu.cases.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.contracts.Bilingual;

/**
 * A limit as people write it, in JSON and in the database: exactly one of the first three.
 *
 * @param workingTime ISO 8601, such as PT2H30M
 * @param endsOnWorkingDay with calendar days, absent: yes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitText(
        @JsonDeserialize(using = WholeNumber.class) @Nullable
        Integer workingDays,

        @Nullable String workingTime,

        @JsonDeserialize(using = WholeNumber.class) @Nullable
        Integer calendarDays,

        @Nullable Boolean endsOnWorkingDay) {
    private static final int MAX_DAYS = WorkCalendar.HORIZON_YEARS * 366;

    /** It is no limit, and why. */
    public static final class BadLimit extends RuntimeException {
        private final transient Bilingual reason;

        private BadLimit(String vi, String en) {
            super(en);
            this.reason = new Bilingual(vi, en);
        }

        public Bilingual reason() {
            return reason;
        }
    }

    /** Half a day is no day: a fraction is refused, never cut off. */
    static final class WholeNumber extends ValueDeserializer<Integer> {
        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                    ? Integer.valueOf(parser.getIntValue())
                    : (Integer) context.handleUnexpectedToken(Integer.class, parser);
        }
    }

    public static LimitText of(Limit limit) {
        return switch (limit) {
            case Limit.WorkingDays(int days) -> new LimitText(days, null, null, null);
            case Limit.WorkingTime(Duration time) -> new LimitText(null, time.toString(), null, null);
            case Limit.CalendarDays(int days, boolean endsOnWorkingDay) ->
                new LimitText(null, null, days, endsOnWorkingDay);
        };
    }

    /** @throws BadLimit with the reason */
    public Limit limit() {
        int given = (workingDays == null ? 0 : 1) + (workingTime == null ? 0 : 1) + (calendarDays == null ? 0 : 1);
        if (given != 1) {
            throw new BadLimit(
                    "Thời hạn cần đúng một trong workingDays, workingTime, calendarDays.",
                    "A limit is exactly one of workingDays, workingTime, calendarDays.");
        }
        if (endsOnWorkingDay != null && calendarDays == null) {
            throw new BadLimit(
                    "endsOnWorkingDay chỉ dùng với calendarDays.", "endsOnWorkingDay only goes with calendarDays.");
        }
        if (workingDays != null) {
            return new Limit.WorkingDays(days(workingDays));
        }
        if (calendarDays != null) {
            return new Limit.CalendarDays(days(calendarDays), endsOnWorkingDay == null || endsOnWorkingDay);
        }
        return new Limit.WorkingTime(time(workingTime == null ? "" : workingTime));
    }

    private static int days(int days) {
        if (days < 0) {
            throw new BadLimit("Thời hạn không được âm.", "A limit is not negative.");
        }
        if (days > MAX_DAYS) {
            throw tooLong();
        }
        return days;
    }

    private static Duration time(String text) {
        try {
            Duration time = Duration.parse(text);
            if (time.isNegative()) {
                throw new BadLimit("Thời hạn không được âm.", "A limit is not negative.");
            }
            if (time.compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
                throw tooLong();
            }
            return time;
        } catch (DateTimeParseException notADuration) {
            throw new BadLimit(
                    "Không hiểu \"" + text + "\"; viết ví dụ PT2H30M.",
                    "Can't read \"" + text + "\"; write for instance PT2H30M.");
        }
    }

    private static BadLimit tooLong() {
        return new BadLimit(
                "Thời hạn không quá " + WorkCalendar.HORIZON_YEARS + " năm.",
                "A limit is at most " + WorkCalendar.HORIZON_YEARS + " years.");
    }
}
