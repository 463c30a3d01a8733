package vn.congvu.intake.twilio;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param publicBaseUrl as the provider calls us; signatures cover it, so it is never taken from a request */
@ConfigurationProperties("complaints.intake.webhooks")
record WebhookProperties(
        @DefaultValue("http://127.0.0.1:8080") URI publicBaseUrl) {}
