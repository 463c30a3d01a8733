package vn.congvu.devstack.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One real complaint as its city recorded it: the rows of its allegations put together.
 *
 * @param number the city's number
 * @param channel label as it came
 * @param units labels as they came, one an allegation
 * @param allegations labels as they came
 * @param findings labels as they came, one an allegation
 * @param closed the last day an allegation was closed; absent where every date is impossible
 */
record Arrival(
        String number,
        LocalDate received,
        String channel,
        List<String> units,
        List<String> allegations,
        List<String> findings,
        @Nullable LocalDate closed) {
    /** No complaint of the data took longer; later "closings" are typing errors such as the year 3019. */
    private static final long LONGEST_DAYS = 5 * 365;

    Arrival {
        units = List.copyOf(units);
        allegations = List.copyOf(allegations);
        findings = List.copyOf(findings);
    }

    /** Whether that day can be the one on which a complaint of {@code received} was closed. */
    static boolean possible(LocalDate received, LocalDate closed) {
        return !closed.isBefore(received) && ChronoUnit.DAYS.between(received, closed) <= LONGEST_DAYS;
    }

    Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closed);
    }
}
