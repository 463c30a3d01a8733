package vn.congvu.notify.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.notify.NoticeFailed;
import vn.congvu.contracts.notify.NoticeSent;
import vn.congvu.notify.template.MessageKind;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * One message to one recipient. Holds no address of a person: the reference is opened when it is sent.
 *
 * @param id from the event, the recipient and the kind, so that a redelivered event makes no second one
 * @param contactRef of a person; absent for an office
 * @param office absent for a person
 * @param values of the text's variables, nothing that people wrote
 * @param words what people wrote, sealed
 * @param letterId of the letter that goes with an e-mail
 * @param immediateUntil until when it is the immediate reply to the person's own message, which may go out at night
 */
@Document("notices")
@TypeAlias("notice")
record Notice(
        @Id String id,
        Revision revision,
        MessageKind kind,
        @Nullable String contactRef,
        @Nullable Office office,
        Language language,
        @Nullable String complaintId,
        String reference,
        @Nullable AgencyRef agency,
        Map<String, String> values,
        Map<String, SealedText> words,
        Instant createdAt,
        @Nullable Instant immediateUntil,
        Delivery delivery,
        @Nullable String resolvedBy,
        @Nullable String letterId)
        implements Aggregate {
    @Override
    public String correlationId() {
        return reference;
    }

    Notice with(Delivery changed) {
        return with(changed, resolvedBy);
    }

    Notice with(Delivery changed, @Nullable String person) {
        return new Notice(
                id,
                revision,
                kind,
                contactRef,
                office,
                language,
                complaintId,
                reference,
                agency,
                values,
                words,
                createdAt,
                immediateUntil,
                changed,
                person,
                letterId);
    }

    /** What the others are told about a step: a person was told, or somebody must look. */
    List<Event> eventsOf(Delivery next, Instant now) {
        if (next.isSent() && !delivery.isSent() && office == null) {
            return List.of(new NoticeSent(id, kind.slug(), complaintId, reference, now));
        }
        if (next.needsPerson() && !delivery.needsPerson()) {
            var why = next.reason() == null ? Delivery.UNKNOWN_OUTCOME : next.reason();
            return List.of(new NoticeFailed(id, kind.slug(), complaintId, reference, why, now));
        }
        return List.of();
    }
}
