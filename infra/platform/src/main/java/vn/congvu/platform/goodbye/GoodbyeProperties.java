package vn.congvu.platform.goodbye;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param time between the first answer that closes its connection and the end of the server; longer than a caller trusts an idle one */
@ConfigurationProperties("complaints.platform.goodbye")
record GoodbyeProperties(@DefaultValue("PT2S") Duration time) {}
