package vn.congvu.notify.contact;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the vaults answer, on the inner network.
 *
 * @param intakeBaseUrl for those who reported
 * @param casesBaseUrl for applicants of dossiers
 */
@ConfigurationProperties("complaints.notify")
record ContactSettings(
        @DefaultValue("http://127.0.0.1:8081") URI intakeBaseUrl,
        @DefaultValue("http://127.0.0.1:8082") URI casesBaseUrl) {}
