package vn.congvu.platform.time;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param offsetFile holds an ISO 8601 duration by which the suite's clock is ahead of the machine's; absent in production
 */
@ConfigurationProperties("complaints.platform.clock")
record ClockProperties(@Nullable Path offsetFile) {}
