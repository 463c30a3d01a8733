package vn.congvu.cases.calendar;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the calendar.
 *
 * @param seedFile days off and worked days of a new database; absent: {@code calendar.csv} of the directory's seed folder, else
 *     the public calendar that the suite ships
 * @param refresh how long a change made by another replica may stay unseen
 */
@ConfigurationProperties("complaints.cases.calendar")
record CalendarProperties(
        @Nullable Path seedFile, @DefaultValue("PT2S") Duration refresh) {
    /** @param seedDir folder whose {@code office-hours.csv} and {@code calendar.csv} fill an empty calendar */
    @ConfigurationProperties("complaints.cases.directory")
    record Seed(@Nullable Path seedDir) {}
}
