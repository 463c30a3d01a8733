package vn.congvu.platform.access;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keysDir holds {@code <issuer>.pub.pem} of every issuer and {@code <issuer>.key.pem} (PKCS#8, P-256) of this service
 * @param lifetime how long a token is good for
 */
@ConfigurationProperties("complaints.platform.tokens")
record TokenProperties(
        @Nullable Path keysDir, @DefaultValue("60s") Duration lifetime) {}
