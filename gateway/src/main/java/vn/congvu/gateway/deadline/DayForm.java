package vn.congvu.gateway.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.deadline.Calendars.Becomes;
import vn.congvu.gateway.deadline.Calendars.Change;
import vn.congvu.gateway.deadline.Calendars.Day;

/**
 * A change of the calendar as it is typed.
 *
 * @param kind {@code off}, {@code work} or {@code ordinary}
 * @param until the last day, where there are several
 * @param swap a day that becomes the opposite
 */
record DayForm(
        @Nullable String date,
        @Nullable String until,
        @Nullable String swap,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String basis) {
    private static final int LONGEST = 31;

    static DayForm of(@Nullable LocalDate date, @Nullable Day special) {
        var typed = date == null ? null : date.toString();
        return special == null
                ? new DayForm(typed, null, null, "off", null, null)
                : new DayForm(typed, null, null, special.kind(), special.name(), special.basis());
    }

    /** The first day; empty where none can be read. */
    Optional<LocalDate> first() {
        return read(date);
    }

    /** The message key of what is wrong, absent where the form can be sent. */
    @Nullable
    String wrong() {
        var first = read(date);
        if (first.isEmpty()) {
            return "calendar.wrong.date";
        }
        var last = given(until) ? read(until) : first;
        if (last.isEmpty()
                || last.get().isBefore(first.get())
                || last.get().isAfter(first.get().plusDays(LONGEST - 1L))) {
            return "calendar.wrong.until";
        }
        if (given(swap)) {
            var other = read(swap);
            boolean apart = other.isPresent()
                    && (other.get().isBefore(first.get()) || other.get().isAfter(last.get()));
            return apart ? null : "calendar.wrong.swap";
        }
        return null;
    }

    /** Only of a form in which nothing is {@link #wrong()}. */
    Change change() {
        Map<LocalDate, Becomes> days = new TreeMap<>();
        var first = read(date).orElseThrow();
        first.datesUntil(read(until).orElse(first).plusDays(1)).forEach(day -> days.put(day, becomes(kind)));
        read(swap).ifPresent(day -> days.put(day, becomes(opposite())));
        return new Change(days);
    }

    private String opposite() {
        return switch (String.valueOf(kind)) {
            case "off" -> "work";
            case "work" -> "off";
            default -> "ordinary";
        };
    }

    private Becomes becomes(@Nullable String day) {
        return "off".equals(day) || "work".equals(day) ? new Becomes(day, name, basis) : new Becomes(null, null, null);
    }

    private static boolean given(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }

    private static Optional<LocalDate> read(@Nullable String typed) {
        try {
            return given(typed)
                    ? Optional.of(LocalDate.parse(String.valueOf(typed).strip()))
                    : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
