package vn.congvu.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param queueType topology arguments: quorum queues on RabbitMQ, none on the embedded broker, which refuses every argument
 * @param deliveryLimit deliveries of one message before RabbitMQ dead-letters it
 * @param sweepEvery how often the database is searched for what a nudge missed
 * @param confirmWithin how long the broker may take to confirm
 * @param lease how long a claim on an aggregate or stream lasts
 * @param keepEvents how long published events are kept for re-sending
 * @param resendAfter how long a gap may last before the publisher is asked again
 * @param parkAfter failed attempts before a message is parked
 * @param digestEvery how often publishers tell the last sequences of what changed
 * @param concurrency aggregates and streams worked on at the same time, each
 */
@ConfigurationProperties("complaints.platform.messaging")
public record MessagingProperties(
        @DefaultValue("quorum") QueueType queueType,
        @DefaultValue("20") int deliveryLimit,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5s") Duration confirmWithin,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("90d") Duration keepEvents,
        @DefaultValue("3s") Duration resendAfter,
        @DefaultValue("8") int parkAfter,
        @DefaultValue("1h") Duration digestEvery,
        @DefaultValue("16") int concurrency) {

    /** Which arguments a queue is declared with. */
    public enum QueueType {
        QUORUM,
        NONE
    }
}
