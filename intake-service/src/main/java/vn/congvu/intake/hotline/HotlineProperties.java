package vn.congvu.intake.hotline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param number that people call and write to
 * @param provinceName as the greeting says it
 * @param longestRecording of one call
 */
@ConfigurationProperties("complaints.intake.hotline")
record HotlineProperties(
        @Nullable String number,
        @DefaultValue("") String provinceName,
        @DefaultValue("5m") Duration longestRecording) {}
