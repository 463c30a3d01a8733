package vn.congvu.cases.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The minutes by which deadlines are counted, as words that sort as time goes. Most deadlines end with office hours, on a whole
 * minute: {@code 2026-03-02T10:00} is that very instant, and {@code 2026-03-02T10:00+} what comes after it and before the next
 * minute. So an instant lies between the minutes, or in one that is not only an instant.
 */
final class DueMinute {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);
    private static final String AFTER = "+";

    private DueMinute() {}

    static String of(Instant at) {
        return at.equals(start(at)) ? MINUTE.format(at) : MINUTE.format(at) + AFTER;
    }

    /** Whether some of it may come before and some after an instant in it. */
    static boolean lasts(String minute) {
        return minute.endsWith(AFTER);
    }

    static Instant start(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    static Instant end(Instant at) {
        return start(at).plus(1, ChronoUnit.MINUTES);
    }
}
