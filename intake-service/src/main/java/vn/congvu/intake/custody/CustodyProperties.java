package vn.congvu.intake.custody;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param grant how long an approval lets the one who asked open the identity */
@ConfigurationProperties("complaints.intake.custody")
record CustodyProperties(@DefaultValue("PT24H") Duration grant) {}
