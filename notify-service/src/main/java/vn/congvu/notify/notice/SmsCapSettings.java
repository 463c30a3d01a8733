package vn.congvu.notify.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The most SMS of one day, so that nobody can run up a bill or flood a phone with us.
 *
 * @param perNumber to one number
 * @param overall to all of them
 */
@ConfigurationProperties("complaints.notify.sms.daily-cap")
record SmsCapSettings(
        @DefaultValue("20") int perNumber,
        @DefaultValue("5000") int overall) {}
