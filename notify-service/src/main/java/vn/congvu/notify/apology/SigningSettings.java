package vn.congvu.notify.apology;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether heads sign the apologies that the system makes, before they go out.
 *
 * @param within how long a letter waits for its head; nothing: it goes out at once
 * @param agencies other times for some agencies, by code
 * @param every how often it is looked whose time is over
 */
@ConfigurationProperties("complaints.notify.signing")
record SigningSettings(
        @DefaultValue("PT0S") Duration within,
        @Nullable Map<String, Duration> agencies,
        @DefaultValue("PT10S") Duration every) {
    Duration within(String agencyCode) {
        return agencies == null ? within : agencies.getOrDefault(agencyCode, within);
    }
}
