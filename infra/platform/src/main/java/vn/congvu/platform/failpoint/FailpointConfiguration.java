package vn.congvu.platform.failpoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Arms what the settings name, on a stack for trying out only. */
@AutoConfiguration
@EnableConfigurationProperties(FailpointProperties.class)
@ConditionalOnProperty("complaints.platform.failpoint.armed")
public class FailpointConfiguration {
    private static final Logger log = LoggerFactory.getLogger(FailpointConfiguration.class);

    /** Says that a failpoint is armed. */
    record Armed(Failpoint point) {}

    /** @throws IllegalStateException on anything but a stack for trying out */
    @Bean
    Armed armedFailpoint(
            FailpointProperties properties,
            @Value("${complaints.platform.sealing.try-out-keys:false}") boolean tryOut) {
        var point = properties.armed();
        if (point == null || properties.nth() < 1) {
            throw new IllegalStateException(
                    "complaints.platform.failpoint.armed is empty, or .nth is less than 1: name a failpoint or neither");
        }
        if (!tryOut) {
            throw new IllegalStateException("complaints.platform.failpoint.armed=" + point
                    + " would kill this process: only a stack for trying out takes it"
                    + " (complaints.platform.sealing.try-out-keys=true). Remove the setting");
        }
        log.warn("this process dies at {}, at its passing {}", point, properties.nth());
        Failpoints.arm(point, properties.nth());
        return new Armed(point);
    }
}
