package vn.congvu.intake.complaint;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param number that people call and write to */
@ConfigurationProperties("complaints.intake.hotline")
public record OwnNumber(@Nullable String number) {}
