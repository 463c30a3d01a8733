package vn.congvu.platform.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param keyFile base64 of the 32 random bytes that all services share */
@ConfigurationProperties("complaints.platform.sealing")
record SealingProperties(@Nullable Path keyFile) {}
