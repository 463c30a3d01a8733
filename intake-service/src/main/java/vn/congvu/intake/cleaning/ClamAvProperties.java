package vn.congvu.intake.cleaning;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where clamd listens.
 *
 * @param host absent: files are not scanned
 * @param timeout for connecting, and for each answer
 */
@ConfigurationProperties("complaints.intake.clamav")
record ClamAvProperties(
        @Nullable String host,
        @DefaultValue("3310") int port,
        @DefaultValue("30s") Duration timeout) {}
