package vn.congvu.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When an office is open, were every day an ordinary one.
 *
 * <p>Of all lines that hold on a date for its weekday only those of the first group count: the agency's own of the season, its
 * own of all year, the common ones of the season, the common ones of all year. So a counter that opens on Saturday mornings
 * says only that.
 *
 * @param own lines of this agency
 * @param common lines of all agencies
 */
public record OfficeHours(List<HoursLine> own, List<HoursLine> common) {
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** @throws IllegalArgumentException where two lines of one list hold at the same moment */
    public OfficeHours {
        own = List.copyOf(own);
        common = List.copyOf(common);
        for (List<HoursLine> lines : List.of(own, common)) {
            firstConflict(lines).ifPresent(conflict -> {
                throw new IllegalArgumentException(
                        "office hours overlap: " + conflict.first() + " and " + conflict.second());
            });
        }
    }

    /** Monday to Friday 07:30-11:30 and 13:30-17:00, as offices in Vietnam do unless they say otherwise. */
    public static OfficeHours standard() {
        return new OfficeHours(List.of(), List.of(line("07:30", "11:30"), line("13:30", "17:00")));
    }

    /** The same hours every week. */
    public static OfficeHours weekly(Map<DayOfWeek, ? extends Collection<Shift>> hours) {
        return new OfficeHours(
                hours.entrySet().stream()
                        .flatMap(day ->
                                day.getValue().stream().map(shift -> HoursLine.always(Set.of(day.getKey()), shift)))
                        .toList(),
                List.of());
    }

    /** The shifts of an ordinary day of this date, in their order. */
    public List<Shift> on(LocalDate date) {
        return on(date, date.getDayOfWeek());
    }

    /**
     * The shifts of a day worked in exchange for another: those of its own weekday, and where that has none those of a Monday
     * (or of the first weekday that has any).
     */
    List<Shift> onWorked(LocalDate date) {
        return Stream.concat(Stream.of(date.getDayOfWeek()), Stream.of(DayOfWeek.values()))
                .map(weekday -> on(date, weekday))
                .filter(shifts -> !shifts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Shift> on(LocalDate date, DayOfWeek weekday) {
        for (List<HoursLine> lines : List.of(own, common)) {
            for (boolean seasonal : new boolean[] {true, false}) {
                List<Shift> shifts = new ArrayList<>(4);
                boolean found = false;
                for (HoursLine line : lines) {
                    if (line.seasonal() == seasonal && line.applies(date, weekday)) {
                        found = true;
                        Shift shift = line.shift();
                        if (shift != null) {
                            shifts.add(shift);
                        }
                    }
                }
                if (found) {
                    shifts.sort(Comparator.comparing(Shift::from));
                    return shifts;
                }
            }
        }
        return List.of();
    }

    /** The first two lines, by their place in the list, that can't both be true. */
    static Optional<Conflict> firstConflict(List<HoursLine> lines) {
        for (int second = 1; second < lines.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (lines.get(first).conflictsWith(lines.get(second))) {
                    return Optional.of(new Conflict(first, second));
                }
            }
        }
        return Optional.empty();
    }

    record Conflict(int first, int second) {}

    private static HoursLine line(String from, String to) {
        return HoursLine.always(MONDAY_TO_FRIDAY, new Shift(LocalTime.parse(from), LocalTime.parse(to)));
    }
}
