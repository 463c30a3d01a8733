package vn.congvu.intake.twilio;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param accountSid absent where the province does not use Twilio: its webhooks are refused then
 * @param authToken signs webhooks and opens the API
 * @param apiBaseUrl the only host that recordings and messages are fetched from
 */
@ConfigurationProperties("complaints.intake.twilio")
record TwilioProperties(
        @Nullable String accountSid,
        @Nullable String authToken,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "TwilioProperties[" + apiBaseUrl + "]";
    }
}
