package vn.congvu.cases.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.CaseCounts.Answered;

/** How agencies answer, for the public. Pure. */
record LeagueTable(LocalDate from, LocalDate to, List<Line> agencies) {
    /** Smaller groups could point at people. */
    private static final long SMALLEST_GROUP = 5;

    /**
     * @param onTimePercent answers in time, in percent of all, with one decimal
     * @param medianWorkingDays working days between receipt and answer
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
            boolean suppressed) {}

    /** The best first; those with too few answers at the end. */
    static LeagueTable of(
            LocalDate from,
            LocalDate to,
            List<Answered> answers,
            Map<String, Long> overdue,
            Map<String, Long> apologies,
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
                apologies.getOrDefault(code, 0L))));
        lines.sort(Comparator.comparing(Line::suppressed)
                .thenComparing(l -> l.onTimePercent() == null ? 0.0 : -l.onTimePercent())
                .thenComparing(Line::name));
        return new LeagueTable(from, to, lines);
    }

    private static Line line(String code, String name, List<Answered> own, long overdue, long apologies) {
        long all = own.stream().mapToLong(Answered::count).sum();
        if (all < SMALLEST_GROUP) {
            return new Line(code, name, null, null, null, null, null, null, true);
        }
        long inTime =
                own.stream().filter(a -> !a.late()).mapToLong(Answered::count).sum();
        double median = (rank(own, (all + 1) / 2) + rank(own, all / 2 + 1)) / 2.0;
        int p90 = rank(own, (long) Math.ceil(all * 0.9));
        double percent = Math.round(inTime * 1000.0 / all) / 10.0;
        return new Line(code, name, all, percent, median, p90, overdue, apologies, false);
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
