package vn.congvu.cases.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param interval pause between two sweeps
 * @param batchSize how many due items are read at once
 * @param concurrency how many of them are dealt with at the same time
 */
@ConfigurationProperties("complaints.cases.sweep")
record SweepProperties(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("500") int batchSize,
        @DefaultValue("16") int concurrency) {}
