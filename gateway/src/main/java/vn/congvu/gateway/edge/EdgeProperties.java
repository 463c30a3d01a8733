package vn.congvu.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-For} is believed; by default nobody's
 * @param requestsPerMinute of one subscriber's network at one replica; an office shares one address
 * @param signInsPerMinute tries to sign in, of one network at one replica
 * @param holdUp how long a report over the limit waits before it is taken
 */
@ConfigurationProperties("complaints.gateway.edge")
record EdgeProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("1200") long requestsPerMinute,
        @DefaultValue("60") long signInsPerMinute,
        @DefaultValue("PT2S") Duration holdUp) {}
