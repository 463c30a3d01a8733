package vn.congvu.notify.notice;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is worked off.
 *
 * @param every pause between two looks for what is due
 * @param batch notices per look
 * @param workers notices at a time, per process
 * @param lease how long a claimed notice belongs to a worker; longer than any chain of time-outs
 * @param firstRetry after a failure that is safe to repeat; doubles each time
 * @param longestRetry the most it grows to
 * @param lookUpAfter when, after the call, an unknown outcome is asked for; the first also ends the wait for a crashed worker
 * @param resendsWhenAbsent how often a message is sent again by itself after every look-up said that the provider never had it
 * @param giveUpAskingAfter when a provider that does not answer look-ups makes it a case for a person
 */
@ConfigurationProperties("complaints.notify.delivery")
record DeliverySettings(
        @DefaultValue("PT1S") Duration every,
        @DefaultValue("100") int batch,
        @DefaultValue("16") int workers,
        @DefaultValue("PT2M") Duration lease,
        @DefaultValue("PT10S") Duration firstRetry,
        @DefaultValue("PT2M") Duration longestRetry,
        @DefaultValue({"PT30S", "PT1M30S", "PT3M"}) List<Duration> lookUpAfter,
        @DefaultValue("1") int resendsWhenAbsent,
        @DefaultValue("PT24H") Duration giveUpAskingAfter) {}
