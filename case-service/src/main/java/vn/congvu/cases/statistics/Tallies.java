package vn.congvu.cases.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.statistics.Statistics.Period;
import vn.congvu.cases.statistics.Tally.What;

/**
 * What was counted, asked. Pure.
 *
 * @param reader code of the agency of whoever asks, absent for all there is
 */
record Tallies(TallySums sums, @Nullable String reader) {
    /** So many answers of an agency that took so many working days. */
    record Answered(String agency, int workingDays, boolean late, long count) {}

    record AnsweredOn(String agency, LocalDate day, boolean late, long count) {}

    record Counted(String what, long count) {}

    /**
     * @param scored how many of them gave a score
     * @param points the sum of the scores
     */
    record Rated(String solved, long count, long scored, long points) {}

    /** Without what the agency of whoever asks must not see. */
    Tallies seenBy(@Nullable String agency) {
        return new Tallies(sums, agency);
    }

    long total(What what) {
        return of(what).mapToLong(Tally::count).sum();
    }

    /** What is so now, by agency; what no agency has is left out. */
    Map<String, Long> byAgency(What what) {
        return byAgency(of(what));
    }

    /** What happened within a time, by agency. */
    Map<String, Long> byAgency(What what, Period period) {
        return byAgency(of(what, period));
    }

    /** Open cases by the minute in which they are due, up to and with a {@link DueMinute}. */
    Stream<Tally> dueUpTo(String minute) {
        return seen(sums.of(What.DUE, "", minute));
    }

    List<Answered> answered(Period period) {
        return of(What.ANSWERED, period)
                .collect(groupingBy(
                        tally -> new Answered(String.valueOf(tally.agency()), tally.workingDays(), tally.late(), 0),
                        summingLong(Tally::count)))
                .entrySet()
                .stream()
                .map(entry -> new Answered(
                        entry.getKey().agency(),
                        entry.getKey().workingDays(),
                        entry.getKey().late(),
                        entry.getValue()))
                .toList();
    }

    List<AnsweredOn> answeredOn(Period period) {
        var days = new HashMap<String, LocalDate>();
        return of(What.ANSWERED, period)
                .collect(groupingBy(
                        tally -> new AnsweredOn(
                                String.valueOf(tally.agency()),
                                days.computeIfAbsent(String.valueOf(tally.day()), LocalDate::parse),
                                tally.late(),
                                0),
                        summingLong(Tally::count)))
                .entrySet()
                .stream()
                .map(entry -> new AnsweredOn(
                        entry.getKey().agency(),
                        entry.getKey().day(),
                        entry.getKey().late(),
                        entry.getValue()))
                .toList();
    }

    /** Received, by day. */
    List<Counted> received(Period period) {
        return counted(of(What.RECEIVED, period), Tally::day);
    }

    List<Counted> labelled(What what, Period period) {
        return counted(of(what, period), Tally::label);
    }

    List<Rated> ratings(Period period) {
        var scored = byLabel(of(What.SCORED, period));
        var points = byLabel(of(What.POINTS, period));
        return byLabel(of(What.RATED, period)).entrySet().stream()
                .map(said -> new Rated(
                        said.getKey(),
                        said.getValue(),
                        scored.getOrDefault(said.getKey(), 0L),
                        points.getOrDefault(said.getKey(), 0L)))
                .toList();
    }

    private static Map<String, Long> byLabel(Stream<Tally> tallies) {
        return tallies.collect(groupingBy(tally -> String.valueOf(tally.label()), summingLong(Tally::count)));
    }

    private static List<Counted> counted(Stream<Tally> tallies, Function<Tally, @Nullable String> by) {
        return tallies
                .collect(groupingBy(tally -> String.valueOf(by.apply(tally)), summingLong(Tally::count)))
                .entrySet()
                .stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, Long> byAgency(Stream<Tally> tallies) {
        return tallies.filter(tally -> tally.agency() != null)
                .collect(Collectors.groupingBy(
                        tally -> String.valueOf(tally.agency()), HashMap::new, summingLong(Tally::count)));
    }

    private Stream<Tally> of(What what) {
        return seen(sums.of(what));
    }

    private Stream<Tally> of(What what, Period period) {
        return seen(sums.of(what, period.from().toString(), period.to().toString()));
    }

    private Stream<Tally> seen(Stream<Tally> tallies) {
        return tallies.filter(tally -> tally.seenBy(reader));
    }
}
