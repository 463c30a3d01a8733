package vn.congvu.platform.telemetry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param every how often the figures are read
 * @param patience how old waiting work may be before health says so
 */
@ConfigurationProperties("complaints.platform.figures")
public record FigureProperties(
        @DefaultValue("15s") Duration every,
        @DefaultValue("2m") Duration patience) {}
