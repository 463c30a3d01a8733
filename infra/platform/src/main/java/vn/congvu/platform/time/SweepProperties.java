package vn.congvu.platform.time;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param threads sweeps that may run side by side; a sweep never runs beside itself, so more than there are sweeps are idle */
@ConfigurationProperties("complaints.platform.sweeps")
record SweepProperties(@DefaultValue("4") int threads) {}
