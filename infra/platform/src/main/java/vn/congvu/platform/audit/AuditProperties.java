package vn.congvu.platform.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keyFile base64 of 32 random bytes a line: the first signs, all verify
 * @param patience how long an entry may take to be written before what it is about is refused
 */
@ConfigurationProperties("complaints.platform.audit")
record AuditProperties(
        @Nullable Path keyFile, @DefaultValue("5s") Duration patience) {}
