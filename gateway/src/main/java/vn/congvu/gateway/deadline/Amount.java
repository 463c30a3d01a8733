package vn.congvu.gateway.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.deadline.Policies.Limit;

/**
 * A limit as it is typed.
 *
 * @param unit {@code days} of work, {@code hours} of work or {@code calendar} days
 */
record Amount(@Nullable String amount, @Nullable String unit) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    static Amount of(Limit limit) {
        if (limit.workingTime() != null) {
            return new Amount(hours(limit.workingTime()), "hours");
        }
        return limit.calendarDays() == null
                ? new Amount(String.valueOf(limit.workingDays()), "days")
                : new Amount(String.valueOf(limit.calendarDays()), "calendar");
    }

    /**
     * @param before says what no form asks: whether a calendar limit ends on a working day
     * @throws NumberFormatException where the amount is no number
     */
    Limit limit(Limit before) {
        return switch (String.valueOf(unit)) {
            case "hours" -> new Limit(null, minutes().toString(), null, null);
            case "calendar" -> new Limit(null, null, whole(amount), before.endsOnWorkingDay());
            default -> new Limit(whole(amount), null, null, null);
        };
    }

    /** @throws NumberFormatException where it is none */
    static int whole(@Nullable String typed) {
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }

    private Duration minutes() {
        var hours = new BigDecimal((amount == null ? "" : amount.strip()).replace(',', '.'));
        if (hours.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new NumberFormatException("too many hours");
        }
        return Duration.ofMinutes(
                hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static String hours(String workingTime) {
        try {
            return BigDecimal.valueOf(Duration.parse(workingTime).toMinutes())
                    .divide(MINUTES, 2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (DateTimeParseException asItIs) {
            return workingTime;
        }
    }
}
