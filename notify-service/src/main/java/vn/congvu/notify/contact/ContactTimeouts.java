package vn.congvu.notify.contact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

@ConfigurationProperties("complaints.notify.contacts")
record ContactTimeouts(
        @DefaultValue("PT2S") Duration connectTimeout,
        @DefaultValue("PT5S") Duration responseTimeout) {}
