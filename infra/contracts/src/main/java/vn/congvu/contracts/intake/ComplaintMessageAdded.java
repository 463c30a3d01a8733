package vn.congvu.contracts.intake;

import java.time.Instant;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.SealedText;

/**
 * The reporter wrote again.
 *
 * @param partOfComplaint a further part of the complaint itself, written before it was assigned; else a message on the case
 */
@EventType("complaint.message-added.v1")
public record ComplaintMessageAdded(
        String complaintId,
        String reference,
        String messageId,
        Channel channel,
        SealedText text,
        Instant writtenAt,
        boolean partOfComplaint)
        implements Event {}
