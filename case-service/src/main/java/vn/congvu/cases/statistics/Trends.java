package vn.congvu.cases.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.statistics.Tallies.AnsweredOn;
import vn.congvu.cases.statistics.Tallies.Counted;
import vn.congvu.cases.statistics.Tallies.Rated;

/**
 * How a time went, week by week: what came in, what was answered, by whom, about what, and what reporters say. Pure.
 *
 * @param weeks Monday to Sunday; the first and the last may be cut off by the time asked for
 * @param agencies those that answered, by name, with their answers of each week in the order of {@code weeks}
 */
record Trends(
        LocalDate from,
        LocalDate to,
        List<Week> weeks,
        List<AgencyWeeks> agencies,
        List<Share> misconducts,
        List<Share> channels,
        Satisfaction satisfaction) {

    record Week(LocalDate monday, long received, long answeredInTime, long answeredLate) {}

    record AgencyWeeks(String code, String name, List<Cell> weeks) {}

    record Cell(long inTime, long late) {
        private static final Cell NONE = new Cell(0, 0);

        private Cell plus(AnsweredOn more) {
            return more.late() ? new Cell(inTime, late + more.count()) : new Cell(inTime + more.count(), late);
        }
    }

    record Share(String code, long count) {}

    /** @param averageScore of 1 to 5, absent where nobody gave one */
    record Satisfaction(
            long solved,
            long partly,
            long notSolved,
            @Nullable Double averageScore) {}

    static Trends of(
            LocalDate from,
            LocalDate to,
            List<Counted> received,
            List<AnsweredOn> answered,
            List<Counted> misconducts,
            List<Counted> channels,
            List<Rated> ratings,
            Map<String, String> names) {
        var mondays = mondays(from, to);
        var came = new HashMap<LocalDate, Long>();
        received.forEach(day -> came.merge(monday(LocalDate.parse(day.what())), day.count(), Long::sum));
        var answers = new HashMap<LocalDate, Cell>();
        answered.forEach(some -> add(answers, some));
        var weeks = mondays.stream()
                .map(week -> {
                    var all = answers.getOrDefault(week, Cell.NONE);
                    return new Week(week, came.getOrDefault(week, 0L), all.inTime(), all.late());
                })
                .toList();
        return new Trends(
                from,
                to,
                weeks,
                agencies(mondays, answered, names),
                shares(misconducts),
                shares(channels),
                satisfaction(ratings));
    }

    private static List<AgencyWeeks> agencies(
            List<LocalDate> mondays, List<AnsweredOn> answered, Map<String, String> names) {
        var byAgency = new TreeMap<String, Map<LocalDate, Cell>>();
        answered.forEach(some -> add(byAgency.computeIfAbsent(some.agency(), _ -> new HashMap<>()), some));
        var lines = new ArrayList<AgencyWeeks>();
        byAgency.forEach((code, weeks) -> lines.add(new AgencyWeeks(
                code,
                names.getOrDefault(code, code),
                mondays.stream()
                        .map(week -> weeks.getOrDefault(week, Cell.NONE))
                        .toList())));
        lines.sort(Comparator.comparing(AgencyWeeks::name));
        return lines;
    }

    private static List<LocalDate> mondays(LocalDate from, LocalDate to) {
        var first = monday(from);
        return first.datesUntil(to.plusDays(1), java.time.Period.ofWeeks(1)).toList();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static List<Share> shares(List<Counted> counted) {
        return counted.stream()
                .map(some -> new Share(some.what(), some.count()))
                .sorted(Comparator.comparing(Share::count).reversed().thenComparing(Share::code))
                .toList();
    }

    private static Satisfaction satisfaction(List<Rated> ratings) {
        long scored = ratings.stream().mapToLong(Rated::scored).sum();
        double points = ratings.stream().mapToLong(Rated::points).sum();
        return new Satisfaction(
                said(ratings, "SOLVED"),
                said(ratings, "PARTLY"),
                said(ratings, "NOT_SOLVED"),
                scored == 0 ? null : Math.round(points * 10 / scored) / 10.0);
    }

    private static long said(List<Rated> ratings, String solved) {
        return ratings.stream()
                .filter(rated -> rated.solved().equals(solved))
                .mapToLong(Rated::count)
                .sum();
    }

    private static void add(Map<LocalDate, Cell> weeks, AnsweredOn some) {
        weeks.merge(monday(some.day()), Cell.NONE.plus(some), (before, _) -> before.plus(some));
    }

    /** Longer times have too many weeks to be read. */
    static boolean tooLong(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) > 2 * 366;
    }
}
