package vn.congvu.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of an agency's office hours: a shift on some weekdays, for a time and a season.
 *
 * @param shift absent: closed on these days
 * @param validFrom first day, absent: always was
 * @param validTo last day, absent: until further notice
 * @param seasonFrom first day of the season in each year, absent: all year
 * @param seasonTo last day of the season; before {@code seasonFrom} where the season goes over the new year
 */
public record HoursLine(
        Set<DayOfWeek> days,
        @Nullable Shift shift,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable MonthDay seasonFrom,
        @Nullable MonthDay seasonTo) {
    public HoursLine {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("office hours name at least one weekday");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("office hours end before they begin: " + validFrom + " to " + validTo);
        }
        if ((seasonFrom == null) != (seasonTo == null)) {
            throw new IllegalArgumentException("a season has both a first and a last day");
        }
    }

    /** All year, from ever and for ever. */
    public static HoursLine always(Set<DayOfWeek> days, Shift shift) {
        return new HoursLine(days, shift, null, null, null, null);
    }

    boolean seasonal() {
        return seasonFrom != null;
    }

    boolean applies(LocalDate date, DayOfWeek weekday) {
        return days.contains(weekday)
                && (validFrom == null || !date.isBefore(validFrom))
                && (validTo == null || !date.isAfter(validTo))
                && inSeason(MonthDay.from(date));
    }

    private boolean inSeason(MonthDay day) {
        if (seasonFrom == null || seasonTo == null) {
            return true;
        }
        boolean begun = !day.isBefore(seasonFrom);
        boolean notEnded = !day.isAfter(seasonTo);
        return seasonTo.isBefore(seasonFrom) ? begun || notEnded : begun && notEnded;
    }

    /** Whether both would hold at the same moment, so that one of them is a mistake. */
    boolean conflictsWith(HoursLine other) {
        if (seasonal() != other.seasonal()
                || days.stream().noneMatch(other.days::contains)
                || !validTogether(other)
                || !inSeasonTogether(other)) {
            return false;
        }
        return shift == null || other.shift == null || shift.overlaps(other.shift);
    }

    private boolean validTogether(HoursLine other) {
        return (validTo == null || other.validFrom == null || !other.validFrom.isAfter(validTo))
                && (other.validTo == null || validFrom == null || !validFrom.isAfter(other.validTo));
    }

    private boolean inSeasonTogether(HoursLine other) {
        if (seasonFrom == null || other.seasonFrom == null) {
            return true;
        }
        return inSeason(other.seasonFrom) || other.inSeason(seasonFrom);
    }
}
