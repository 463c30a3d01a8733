package vn.congvu.intake.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message as a provider hands it over.
 *
 * @param id the provider's own, the same when it is handed over again
 * @param from as the provider writes it
 * @param text raw
 * @param receivedAt absent for now; told only by a provider that kept the message for us
 */
record InboundSms(
        String provider,
        String id,
        String from,
        String text,
        @Nullable Instant receivedAt) {
    /** Of everything that comes of it, unique. */
    String key() {
        return "sms:" + provider + ":" + id;
    }

    /** Keeps numbers and words out of logs. */
    @Override
    public String toString() {
        return "InboundSms[" + provider + ":" + id + "]";
    }
}
