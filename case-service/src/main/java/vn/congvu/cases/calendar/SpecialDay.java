package vn.congvu.cases.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not what its weekday says: off, or worked to make up for another.
 *
 * @param name what it is called, such as "Quốc khánh", absent where the notice gives none
 * @param basis the notice that decided it, such as "9441/TB-BNV"
 */
public record SpecialDay(
        LocalDate date,
        DayKind kind,
        @Nullable String name,
        @Nullable String basis) {
    public static SpecialDay off(LocalDate date) {
        return new SpecialDay(date, DayKind.OFF, null, null);
    }

    public static SpecialDay worked(LocalDate date) {
        return new SpecialDay(date, DayKind.WORK, null, null);
    }
}
