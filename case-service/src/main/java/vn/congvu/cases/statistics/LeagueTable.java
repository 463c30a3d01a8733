package vn.congvu.cases.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.summingLong;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.statistics.Tallies.Answered;
import vn.congvu.cases.statistics.Tallies.AnsweredOn;

/** How agencies answer, for the public. Pure. */
record LeagueTable(LocalDate from, LocalDate to, List<Line> agencies, List<Month> months) {
    /** Smaller groups could point at people. */
    private static final long SMALLEST_GROUP = 5;

    /**
     * @param onTimePercent answers in time, in percent of all, with one decimal
     * @param medianWorkingDays working days between receipt and answer
     * @param praise <i>biểu dương</i> received; it has no deadline and counts in none of the other figures
     * @param suppressed too few answers to be told
     */
    record Line(
            String code,
            String name,
            @Nullable Long answered,
            @Nullable Double onTimePercent,
            @Nullable Double medianWorkingDays,
            @Nullable Integer p90WorkingDays,
            @Nullable Long overdueNow,
            @Nullable Long apologies,
            @Nullable Long praise,
            boolean suppressed) {}

    /**
     * All agencies together in one month, for the trend.
     *
     * @param month such as 2026-03; the first and the last may be cut off by the time asked for
     * @param suppressed too few answers to be told
     */
    record Month(
            String month, @Nullable Long answered, @Nullable Double onTimePercent, boolean suppressed) {}

    /** The best first; those with too few answers at the end. */
    static LeagueTable of(
            LocalDate from,
            LocalDate to,
            List<Answered> answers,
            List<AnsweredOn> byDay,
            Map<String, Long> overdue,
            Map<String, Long> apologies,
            Map<String, Long> praise,
            Map<String, String> names) {
        var byAgency = new TreeMap<String, List<Answered>>();
        names.keySet().forEach(code -> byAgency.put(code, new ArrayList<>()));
        answers.forEach(a ->
                byAgency.computeIfAbsent(a.agency(), _ -> new ArrayList<>()).add(a));
        var lines = new ArrayList<Line>();
        byAgency.forEach((code, own) -> lines.add(line(
                code,
                names.getOrDefault(code, code),
                own,
                overdue.getOrDefault(code, 0L),
                apologies.getOrDefault(code, 0L),
                praise.getOrDefault(code, 0L))));
        lines.sort(Comparator.comparing(Line::suppressed)
                .thenComparing(l -> l.onTimePercent() == null ? 0.0 : -l.onTimePercent())
                .thenComparing(Line::name));
        return new LeagueTable(from, to, lines, months(from, to, byDay));
    }

    private static List<Month> months(LocalDate from, LocalDate to, List<AnsweredOn> byDay) {
        var answered = byDay.stream()
                .collect(groupingBy(
                        some -> YearMonth.from(some.day()),
                        partitioningBy(AnsweredOn::late, summingLong(AnsweredOn::count))));
        var months = new ArrayList<Month>();
        for (var month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            var counts = answered.getOrDefault(month, Map.of());
            long inTime = counts.getOrDefault(false, 0L);
            long all = inTime + counts.getOrDefault(true, 0L);
            boolean few = all < SMALLEST_GROUP;
            months.add(new Month(month.toString(), few ? null : all, few ? null : percent(inTime, all), few));
        }
        return months;
    }

    private static double percent(long inTime, long all) {
        return Math.round(inTime * 1000.0 / all) / 10.0;
    }

    private static Line line(String code, String name, List<Answered> own, long overdue, long apologies, long praise) {
        long all = own.stream().mapToLong(Answered::count).sum();
        if (all < SMALLEST_GROUP) {
            return new Line(code, name, null, null, null, null, null, null, null, true);
        }
        long inTime =
                own.stream().filter(a -> !a.late()).mapToLong(Answered::count).sum();
        double median = (rank(own, (all + 1) / 2) + rank(own, all / 2 + 1)) / 2.0;
        int p90 = rank(own, (long) Math.ceil(all * 0.9));
        return new Line(code, name, all, percent(inTime, all), median, p90, overdue, apologies, praise, false);
    }

    /** The working days of the answer at that place, the fastest being the first. */
    private static int rank(List<Answered> own, long place) {
        var byDays =
                own.stream().sorted(Comparator.comparing(Answered::workingDays)).toList();
        long seen = 0;
        for (Answered group : byDays) {
            seen += group.count();
            if (seen >= place) {
                return group.workingDays();
            }
        }
        return byDays.getLast().workingDays();
    }
}
