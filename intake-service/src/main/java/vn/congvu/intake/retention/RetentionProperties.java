package vn.congvu.intake.retention;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param closedCases how long an identity is kept after its case ended
 * @param unprocessed how long, where no report came of it
 */
@ConfigurationProperties("complaints.intake.retention")
record RetentionProperties(
        @DefaultValue("P5Y") Period closedCases,
        @DefaultValue("P1Y") Period unprocessed) {}
