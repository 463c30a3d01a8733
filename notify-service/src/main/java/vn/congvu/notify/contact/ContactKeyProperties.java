package vn.congvu.notify.contact;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param file private keys, a key set of Tink, for which intake-service seals contacts: only here, see infra/docs/keys.md */
@ConfigurationProperties("complaints.notify.contact-key")
record ContactKeyProperties(Path file) {}
