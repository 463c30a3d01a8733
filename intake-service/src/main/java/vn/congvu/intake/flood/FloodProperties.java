package vn.congvu.intake.flood;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param reportsPerHour of one network that go their way unmarked; mobile networks put many people behind one address
 * @param proofWork how many hashes a proof of work takes at most, half of it on average
 * @param proofLasts from the challenge to the report; people write in between
 */
@ConfigurationProperties("complaints.intake.flood")
record FloodProperties(
        @DefaultValue("20") int reportsPerHour,
        @DefaultValue("100000") long proofWork,
        @DefaultValue("2h") Duration proofLasts) {}
