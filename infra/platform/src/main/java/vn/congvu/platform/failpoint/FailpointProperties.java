package vn.congvu.platform.failpoint;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param armed where the process is to die; absent except for trying that out
 * @param nth passing at which it dies, from 1
 */
@ConfigurationProperties("complaints.platform.failpoint")
record FailpointProperties(
        @Nullable Failpoint armed, @DefaultValue("1") int nth) {}
