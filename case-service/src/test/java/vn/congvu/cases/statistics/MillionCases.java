package vn.congvu.cases.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import vn.congvu.cases.casefile.CaseFact;
import vn.congvu.cases.statistics.Statistics.Period;
import vn.congvu.cases.statistics.Tally.What;

/**
 * What a look costs over the counts of very many cases, without a store: run by hand with a number of cases, and the numbers go
 * into the results of the bench. Five years, a hundred agencies, one case in twenty open, a deadline at any millisecond.
 */
final class MillionCases {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 1_826;
    private static final int AGENCIES = 100;

    private final Random random = new Random(3);

    private MillionCases() {}

    static void main(String[] words) {
        new MillionCases().measure(Integer.parseInt(words[0]));
    }

    private void measure(int cases) {
        var days = new ArrayList<DayTally>();
        var sums = TallySums.NONE;
        long began = System.nanoTime();
        for (int day = 0; day < DAYS; day++) {
            var counted = day(day, cases / DAYS);
            days.add(counted);
            sums = sums.changed(List.of(), counted.all());
        }
        System.out.printf(
                "%,d cases: %,d tallies of days, counted in %d s%n",
                cases,
                days.stream().mapToLong(day -> day.all().size()).sum(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        System.gc();
        var used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("memory of all days and their sum: %,d MiB%n", used >> 20);
        var last = FIRST.plusDays(DAYS - 1);
        var now = last.atTime(10, 30).atZone(ZONE).toInstant();
        var all = new Tallies(sums, "A001");
        var year = new Period(last.withDayOfYear(1), last);
        time("open, by agency", () -> all.byAgency(What.OPEN));
        time(
                "due up to the end of today",
                () -> all.dueUpTo(DueMinute.of(now)).mapToLong(Tally::count).sum());
        time("answered this year, by agency and working days", () -> all.answered(year));
        time("answered this year, by day", () -> all.answeredOn(year));
        time("received this year", () -> all.received(year));
        time("misconducts this year", () -> all.labelled(What.MISCONDUCT, year));
        time("apologies this year", () -> all.byAgency(What.APOLOGY, year));
        var before = days.getLast();
        var after = day(DAYS - 1, cases / DAYS);
        var present = sums;
        time("a whole day replaced in the sum", () -> present.changed(before.all(), after.all()));
        time("nothing of a day changed", () -> present.changed(before.all(), before.all()));
    }

    private void time(String what, Supplier<?> look) {
        var nanos = new long[200];
        for (int i = -100; i < nanos.length; i++) {
            long began = System.nanoTime();
            look.get();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        System.out.printf("%-50s p50 %.2f ms, p95 %.2f ms%n", what, nanos[100] / 1e6, nanos[190] / 1e6);
    }

    private DayTally day(int day, int cases) {
        var start = FIRST.plusDays(day).atStartOfDay(ZONE).toInstant();
        var facts = new ArrayList<CaseFact>();
        for (int i = 0; i < cases; i++) {
            facts.add(fact(start.plusSeconds(8 * 3_600 + random.nextInt(9 * 3_600))));
        }
        var counted = Tally.of(facts, ZONE);
        return DayTally.of(FIRST.plusDays(day).toString(), 1, start, Duration.ZERO, counted);
    }

    private CaseFact fact(Instant received) {
        var agency = "A%03d".formatted(random.nextInt(AGENCIES));
        boolean open = random.nextInt(20) == 0;
        var due = received.plus(
                Duration.ofMillis(random.nextLong(Duration.ofDays(14).toMillis())));
        int days = 1 + random.nextInt(12);
        var answered = new CaseFact.Answered(received.plus(Duration.ofDays(days)), agency, days, days > 10);
        return new CaseFact(
                received,
                "CONDUCT",
                List.of("WEB", "SMS", "HOTLINE").get(random.nextInt(3)),
                List.of("M" + random.nextInt(12)),
                open ? "ACCEPTED" : "CLOSED",
                open,
                false,
                agency,
                open ? due : null,
                random.nextInt(50) == 0 ? Set.of("A001") : Set.of(),
                false,
                open ? null : answered,
                null,
                open || days <= 10 ? List.of() : List.of(new CaseFact.Apologised(answered.at(), agency)));
    }
}
