package vn.congvu.notify.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SealedText;
import vn.congvu.notify.template.MessageKind;

/**
 * A message to be told.
 *
 * @param cause unique for what happened, such as an event's id; the same cause, kind and recipient make one notice
 * @param agency the message speaks of
 * @param values of the variables, nothing that people wrote
 * @param words what people wrote
 * @param immediate whether it replies at once to a message of the person
 * @param letterId of a letter that goes with an e-mail to a person, see {@link Letters}
 */
public record Telling(
        String cause,
        MessageKind kind,
        To to,
        @Nullable String complaintId,
        String reference,
        @Nullable AgencyRef agency,
        Map<String, String> values,
        Map<String, SealedText> words,
        Instant occurredAt,
        boolean immediate,
        @Nullable String letterId) {
    /** Who is told. */
    public sealed interface To {
        /** @param contactRef opened at the moment of sending */
        record Person(String contactRef, Language language) implements To {}

        record Mailbox(Office office) implements To {}
    }
}
