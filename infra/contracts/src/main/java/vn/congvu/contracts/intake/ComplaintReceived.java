package vn.congvu.contracts.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;

/**
 * A report came in and is durable. The first event of the aggregate {@code complaintId}.
 *
 * @param kind what the reporter called it, absent where nobody said
 * @param agencyWords the agency as the reporter named it where the words are no known code
 * @param acknowledged whether the reporter already holds the reference (shown on the page or answered by the webhook)
 * @param samePersonRef the same for everything that one phone sent, opaque without the intake service's key; absent where nobody
 *     left one
 * @param suspect accepted over a limit that slows floods: people look at it, nothing is dropped
 */
@EventType("complaint.received.v1")
public record ComplaintReceived(
        String complaintId,
        String reference,
        Channel channel,
        @Nullable ComplaintKind kind,
        List<Misconduct> misconducts,
        SealedText text,
        @Nullable String agencyCode,
        @Nullable SealedText agencyWords,
        @Nullable String dossierCode,
        @Nullable String communeCode,
        @Nullable String field,
        @Nullable Accused accused,
        @Nullable LocalDate occurredOn,
        Instant receivedAt,
        Reporter reporter,
        @Nullable String identityRef,
        boolean acknowledged,
        boolean suspect,
        @Nullable String samePersonRef)
        implements Event {
    /**
     * The official complained about.
     *
     * @param head whether this is the head or a deputy, so that the case goes to the superior agency
     */
    public record Accused(
            @Nullable SealedText name, @Nullable SealedText position, boolean head) {}
}
