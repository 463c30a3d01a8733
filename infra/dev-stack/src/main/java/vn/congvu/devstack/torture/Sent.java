package vn.congvu.devstack.torture;

import org.jspecify.annotations.Nullable;

/**
 * A report as its sender knows it.
 *
 * @param key of its first durable write, the same at every attempt
 * @param agency code of the agency whose head must get it
 * @param reference from the receipt; null where none came, though the report may be there
 */
record Sent(
        int number,
        Channel channel,
        String key,
        String agency,
        @Nullable String reference) {
    /** How it was sent. */
    enum Channel {
        WEB,
        OPERATOR,
        SMS
    }
}
