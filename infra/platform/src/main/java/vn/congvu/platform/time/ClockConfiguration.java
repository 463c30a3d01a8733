package vn.congvu.platform.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The one clock of the domain. Leases and back-offs use the machine's clock: they must not jump. */
@AutoConfiguration
@EnableConfigurationProperties(ClockProperties.class)
public class ClockConfiguration {
    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock(ClockProperties properties) {
        return properties.offsetFile() == null ? Clock.systemUTC() : new OffsetFileClock(properties.offsetFile());
    }
}
