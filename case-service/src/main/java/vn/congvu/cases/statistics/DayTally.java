package vn.congvu.cases.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the cases received on one day add to the statistics, whenever it happened to them. The day of receipt never changes, so a
 * case that changes touches this one document, which is counted anew and written as a whole: doing it twice does no harm.
 *
 * @param day ISO 8601
 * @param version guards against a slower count that read older cases
 * @param countedAt by the clock of the machine
 * @param took how long counting took, in milliseconds
 */
@Document("day_tallies")
@TypeAlias("day-tally")
record DayTally(@Id String day, long version, Instant countedAt, long took, List<Tally> tallies) {
    /** A day that takes long to count is counted less often, so that counting never takes more than a twentieth of the time. */
    private static final int REST = 20;

    DayTally {
        tallies = List.copyOf(tallies);
    }

    /** @param cheap what takes no longer is worth no rest */
    boolean rests(Instant now, Duration cheap) {
        return took > cheap.toMillis()
                && countedAt.plus(Duration.ofMillis(took * REST)).isAfter(now);
    }

    boolean says(List<Tally> counted) {
        return tallies.size() == counted.size() && new HashSet<>(tallies).equals(new HashSet<>(counted));
    }
}
