package vn.congvu.cases.statistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param noRestBelow a day that is counted within this time is counted again at every change; a larger one rests in between
 * @param lookPatience how long a look waits until what has changed is counted
 */
@ConfigurationProperties("complaints.cases.statistics")
record StatisticsProperties(
        @DefaultValue("PT0.05S") Duration noRestBelow,
        @DefaultValue("PT0.2S") Duration lookPatience) {}
