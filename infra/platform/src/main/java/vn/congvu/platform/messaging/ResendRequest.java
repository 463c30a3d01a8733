package vn.congvu.platform.messaging;

/**
 * A reader lacks events of an aggregate and asks their publisher to send them again.
 *
 * @param queue to send them to
 * @param fromSequence the first that is lacking
 */
public record ResendRequest(String queue, String aggregateId, long fromSequence) {}
