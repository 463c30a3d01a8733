package vn.congvu.notify.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How gently the provider is treated.
 *
 * @param perSecond messages handed over, all workers of a process together
 * @param tries of one hand-over when the provider says at once that it did not take it
 * @param pause between those
 * @param openAfter failures among the last twenty calls, in percent, that stop sending
 * @param openFor how long it then waits before a trial
 */
@ConfigurationProperties("complaints.notify.sms.guard")
record SmsGuardSettings(
        @DefaultValue("10") int perSecond,
        @DefaultValue("2") int tries,
        @DefaultValue("PT0.3S") Duration pause,
        @DefaultValue("50") int openAfter,
        @DefaultValue("PT10S") Duration openFor) {}
