package vn.congvu.intake.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The one record of a message that came in. Everything that comes of it is known by its key, so it may be dealt with any number of
 * times.
 *
 * @param person keyed code of the sender, from the vault
 * @param answeredAtOnce whether the provider carries our answer to the sender
 * @param outcome absent until it was dealt with
 * @param dueAt when the sweep looks after it, if nobody else has
 */
@Document("sms_messages")
@TypeAlias("sms-message")
record SmsMessage(
        @Id String key,
        String person,
        String contactRef,
        String text,
        Instant receivedAt,
        boolean answeredAtOnce,
        boolean pending,
        Instant dueAt,
        int attempts,
        @Nullable Outcome outcome) {

    enum Effect {
        REPORT_STARTED,
        PART_ADDED,
        MESSAGE_ADDED,
        RATED,
        REOPENING_REQUESTED,
        STATUS_TOLD,
        PHONE_CONFIRMED,
        NOTHING
    }

    /** @param reply one part, without diacritics */
    record Outcome(Effect effect, @Nullable String reference, String reply) {}
}
