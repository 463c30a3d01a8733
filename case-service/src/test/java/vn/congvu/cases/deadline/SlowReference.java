package vn.congvu.cases.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.congvu.cases.calendar.Shift;

/**
 * The rules in the plainest form: look at the clock on the wall, step by step, and count. Knows nothing of the engine. Right as
 * long as starts, shifts, pauses and offsets lie on whole steps.
 */
record SlowReference(
        ZoneId zone,
        Map<DayOfWeek, List<Shift>> hours,
        Set<LocalDate> daysOff,
        Set<LocalDate> workedDays,
        Duration step) {

    boolean open(Instant at) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        LocalTime time = wall.toLocalTime();
        return shifts(wall.toLocalDate()).stream()
                .anyMatch(shift -> !time.isBefore(shift.from())
                        && (shift.to().equals(LocalTime.MIDNIGHT) || time.isBefore(shift.to())));
    }

    Instant deemed(Instant received) {
        Instant at = received;
        while (!open(at)) {
            at = at.plus(step);
        }
        return at;
    }

    Instant due(Instant received, Limit limit, List<Pause> pauses) {
        return switch (limit) {
            case Limit.WorkingTime(Duration time) -> afterWorkingTime(received, time, pauses);
            case Limit.WorkingDays(int days) -> afterWorkingDays(received, days, pauses);
            case Limit.CalendarDays(int days, boolean endsOnWorkingDay) ->
                afterCalendarDays(received, days, endsOnWorkingDay, pauses);
        };
    }

    private Instant afterWorkingTime(Instant received, Duration time, List<Pause> pauses) {
        Duration left = time;
        Instant at = received;
        while (true) {
            if (open(at) && runs(at, pauses)) {
                left = left.minus(step);
                if (!left.isPositive()) {
                    return at.plus(step);
                }
            }
            at = at.plus(step);
        }
    }

    private Instant afterWorkingDays(Instant received, int days, List<Pause> pauses) {
        LocalDate day = date(deemed(received));
        boolean begun = false;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            List<Instant> office = instantsOf(day).filter(this::open).toList();
            if (!office.isEmpty()) {
                begun |= runs(office.getFirst(), pauses);
                if (begun && runs(office.getLast(), pauses)) {
                    begun = false;
                    left--;
                }
            }
        }
        return endOfOfficeHours(day, pauses);
    }

    private Instant afterCalendarDays(Instant received, int days, boolean endsOnWorkingDay, List<Pause> pauses) {
        LocalDate day = date(deemed(received));
        boolean begun = false;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            begun |= runs(day.atStartOfDay(zone).toInstant(), pauses);
            if (begun && runs(day.plusDays(1).atStartOfDay(zone).toInstant().minus(step), pauses)) {
                begun = false;
                left--;
            }
        }
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        boolean off = instantsOf(day).noneMatch(this::open);
        return off && !endsOnWorkingDay && runs(midnight.minus(step), pauses)
                ? midnight
                : endOfOfficeHours(day, pauses);
    }

    /** The end of the last open step of this date, or of a later one, when the clock runs in it. */
    private Instant endOfOfficeHours(LocalDate first, List<Pause> pauses) {
        for (LocalDate day = first; ; day = day.plusDays(1)) {
            Instant last =
                    instantsOf(day).filter(this::open).reduce((a, b) -> b).orElse(null);
            if (last != null && runs(last, pauses)) {
                return last.plus(step);
            }
        }
    }

    Elapsed elapsed(Instant from, Instant to, List<Pause> pauses) {
        Duration time = Duration.ZERO;
        int days = 0;
        boolean begun = false;
        LocalDate day = null;
        Instant lastOpen = null;
        for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
            if (open(at)) {
                boolean runs = runs(at, pauses);
                time = runs ? time.plus(step) : time;
                if (!date(at).equals(day)) {
                    if (day != null && !begun && runs) {
                        days++;
                        begun = true;
                    }
                    day = date(at);
                    lastOpen = instantsOf(day)
                            .filter(this::open)
                            .reduce((_, later) -> later)
                            .orElseThrow();
                }
                begun &= !(at.equals(lastOpen) && runs);
            }
        }
        return new Elapsed(time, days);
    }

    private Stream<Instant> instantsOf(LocalDate day) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(begin, at -> at.isBefore(end), at -> at.plus(step));
    }

    private List<Shift> shifts(LocalDate date) {
        if (daysOff.contains(date)) {
            return List.of();
        }
        List<Shift> usual = hours.getOrDefault(date.getDayOfWeek(), List.of());
        return workedDays.contains(date) && usual.isEmpty() ? hours.getOrDefault(DayOfWeek.MONDAY, List.of()) : usual;
    }

    private static boolean runs(Instant at, List<Pause> pauses) {
        return pauses.stream().noneMatch(pause -> !at.isBefore(pause.from()) && at.isBefore(pause.to()));
    }

    private LocalDate date(Instant at) {
        return LocalDateTime.ofInstant(at, zone).toLocalDate();
    }
}
