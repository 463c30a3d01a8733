package vn.congvu.cases.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.cases.statistics.Tally.What;

/**
 * What the cases received on one day add to the statistics, whenever it happened to them. The day of receipt never changes, so a
 * case that changes touches this one document, which is counted anew and written as a whole: doing it twice does no harm.
 *
 * @param day ISO 8601
 * @param version guards against a slower count that read older cases
 * @param countedAt by the clock of the machine
 * @param took how long counting took, in milliseconds
 * @param due by the minute; absent in days counted before there was such a thing, which are counted anew
 */
@Document("day_tallies")
@TypeAlias("day-tally")
record DayTally(
        @Id String day,
        long version,
        Instant countedAt,
        long took,
        List<Tally> tallies,
        @Nullable List<Tally> due) {
    /** A day that takes long to count is counted less often, so that counting never takes more than a twentieth of the time. */
    private static final int REST = 20;

    DayTally {
        tallies = List.copyOf(tallies);
        due = due == null ? null : List.copyOf(due);
    }

    static DayTally of(String day, long version, Instant countedAt, Duration took, List<Tally> counted) {
        var due = counted.stream().filter(tally -> tally.what() == What.DUE).toList();
        var others = counted.stream().filter(tally -> tally.what() != What.DUE).toList();
        return new DayTally(day, version, countedAt, took.toMillis(), others, due);
    }

    List<Tally> all() {
        return Stream.concat(tallies.stream(), due == null ? Stream.of() : due.stream())
                .toList();
    }

    /** How many cases it counts that must be counted anew. */
    long outdated() {
        return due != null
                ? 0
                : tallies.stream()
                        .filter(tally -> tally.what() == What.RECEIVED)
                        .mapToLong(Tally::count)
                        .sum();
    }

    /** @param cheap what takes no longer is worth no rest */
    boolean rests(Instant now, Duration cheap) {
        return took > cheap.toMillis()
                && countedAt.plus(Duration.ofMillis(took * REST)).isAfter(now);
    }

    boolean says(List<Tally> counted) {
        return all().size() == counted.size() && new HashSet<>(all()).equals(new HashSet<>(counted));
    }
}
