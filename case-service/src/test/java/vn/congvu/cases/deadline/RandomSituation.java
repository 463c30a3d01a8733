package vn.congvu.cases.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import vn.congvu.cases.calendar.OfficeHours;
import vn.congvu.cases.calendar.Shift;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;

/** A calendar, a receipt and pauses made up from a seed, with the engine's and the reference's view of them. */
record RandomSituation(
        long seed,
        WorkCalendar calendar,
        SlowReference reference,
        Instant receivedAt,
        List<Pause> pauses,
        Random random) {
    /** Zones with a fixed offset, and local times around their transitions where they have any. */
    private static final Map<String, List<String>> MOMENTS = Map.of(
            "Asia/Ho_Chi_Minh", List.of("2025-04-24T09:00:00Z", "2026-02-13T03:00:00Z", "2024-12-30T01:00:00Z"),
            "America/New_York", List.of("2026-03-07T10:00:00Z", "2026-10-31T10:00:00Z"),
            "Europe/London", List.of("2026-03-28T10:00:00Z", "2026-10-24T10:00:00Z"),
            "Australia/Lord_Howe", List.of("2026-04-04T02:00:00Z", "2026-10-03T02:00:00Z"),
            "Asia/Kathmandu", List.of("1985-12-31T10:00:00Z"),
            "Pacific/Apia", List.of("2011-12-29T20:00:00Z"),
            "America/Santiago", List.of("2026-09-05T20:00:00Z", "2026-04-04T20:00:00Z"));

    static RandomSituation of(long seed, Duration step, int spreadInMinutes) {
        Random random = new Random(seed);
        List<String> zones = MOMENTS.keySet().stream().sorted().toList();
        String zone = zones.get(random.nextInt(zones.size()));
        List<String> moments = MOMENTS.get(zone);
        Instant around = Instant.parse(moments.get(random.nextInt(moments.size())));
        Map<DayOfWeek, List<Shift>> hours = hours(random);
        LocalDate date = around.atZone(ZoneId.of(zone)).toLocalDate();
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDate special = date.plusDays(random.nextInt(14) - 3);
            if (!worked.contains(special)) {
                off.add(special);
            }
            special = date.plusDays(random.nextInt(14) - 3);
            if (!off.contains(special)) {
                worked.add(special);
            }
        }
        Instant received = near(around, step, spreadInMinutes, random);
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant one = near(received, step, spreadInMinutes, random);
            Instant other = random.nextInt(4) == 0
                    ? one.plus(step.multipliedBy(random.nextInt(3)))
                    : near(received, step, spreadInMinutes, random);
            pauses.add(one.isBefore(other) ? new Pause(one, other) : new Pause(other, one));
        }
        List<SpecialDay> special = Stream.concat(
                        off.stream().map(SpecialDay::off), worked.stream().map(SpecialDay::worked))
                .toList();
        return new RandomSituation(
                seed,
                new WorkCalendar(ZoneId.of(zone), OfficeHours.weekly(hours), special),
                new SlowReference(ZoneId.of(zone), hours, off, worked, step),
                received,
                pauses,
                random);
    }

    Limit limit(int maxDays, int maxSteps) {
        return switch (random.nextInt(3)) {
            case 0 -> new Limit.WorkingDays(random.nextInt(maxDays + 1));
            case 1 -> new Limit.WorkingTime(reference.step().multipliedBy(1 + random.nextInt(maxSteps)));
            default -> new Limit.CalendarDays(random.nextInt(maxDays + 1), random.nextBoolean());
        };
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + reference + ", received " + receivedAt + ", " + pauses;
    }

    private static Instant near(Instant around, Duration step, int spreadInMinutes, Random random) {
        long steps = spreadInMinutes * 60L / step.toSeconds();
        return around.plus(step.multipliedBy(random.nextLong(2 * steps + 1) - steps));
    }

    private static Map<DayOfWeek, List<Shift>> hours(Random random) {
        Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
        boolean ordinary = random.nextInt(3) == 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5 ? ordinary || random.nextInt(6) > 0 : random.nextInt(4) == 0) {
                hours.put(day, ordinary ? List.of(shift(450, 690), shift(810, 1020)) : shifts(random));
            }
        }
        hours.computeIfAbsent(DayOfWeek.MONDAY, _ -> shifts(random));
        return hours;
    }

    /** Up to three shifts anywhere in the day, also all of it, also only in the hour that the clock skips or repeats. */
    private static List<Shift> shifts(Random random) {
        if (random.nextInt(8) == 0) {
            return List.of(shift(0, 1440));
        }
        List<Integer> ends = random.ints(2 * (1 + random.nextInt(3)), 0, random.nextBoolean() ? 241 : 1441)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            shifts.add(shift(ends.get(i), ends.get(i + 1)));
        }
        return shifts.isEmpty() ? List.of(shift(120, 180)) : shifts;
    }

    private static Shift shift(int from, int to) {
        return new Shift(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to % 1440 * 60L));
    }
}
