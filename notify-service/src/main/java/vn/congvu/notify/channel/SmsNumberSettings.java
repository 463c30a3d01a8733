package vn.congvu.notify.channel;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param countryCodes calling codes we send SMS to
 * @param homeRegion ISO 3166 region of numbers written without a calling code
 */
@ConfigurationProperties("complaints.notify.sms")
record SmsNumberSettings(
        @DefaultValue("84") Set<Integer> countryCodes,
        @DefaultValue("VN") String homeRegion) {}
