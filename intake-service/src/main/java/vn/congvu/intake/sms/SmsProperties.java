package vn.congvu.intake.sms;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param secrets of the signed webhook, by provider; a provider without one is refused */
@ConfigurationProperties("complaints.intake.webhooks.sms")
record SmsProperties(@DefaultValue Map<String, String> secrets) {
    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "SmsProperties" + secrets.keySet();
    }
}
