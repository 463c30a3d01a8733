package vn.congvu.notify.channel;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at the SMS provider.
 *
 * @param from a number in E.164 or a brandname: at most 11 letters, digits, {@code -_.} and blanks
 * @param apiBaseUrl where the provider's API answers; another one for a simulated provider
 * @param responseTimeout after which the outcome of a call is unknown
 */
@ConfigurationProperties("complaints.notify.twilio")
record TwilioSettings(
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl,
        @DefaultValue("CongVu") String from,
        @DefaultValue("PT5S") Duration connectTimeout,
        @DefaultValue("PT15S") Duration responseTimeout) {
    @Override
    public String toString() {
        return "TwilioSettings[apiBaseUrl=" + apiBaseUrl + ", from=" + from + "]";
    }
}
