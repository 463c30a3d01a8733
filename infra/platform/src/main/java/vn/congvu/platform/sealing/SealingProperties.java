package vn.congvu.platform.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keyFile base64 of the 32 random bytes that all services share
 * @param tryOutKeys whether key sets made for trying out are taken; the dev stack says so, nobody else
 */
@ConfigurationProperties("complaints.platform.sealing")
record SealingProperties(@Nullable Path keyFile, boolean tryOutKeys) {}
