package vn.congvu.contracts.intake;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * A photo, document or recording was stored with the complaint.
 *
 * @param mediaType by content, not by what the sender claimed
 * @param bytes size in bytes
 */
@EventType("complaint.evidence-added.v1")
public record EvidenceAdded(
        String complaintId, String reference, String evidenceId, String mediaType, long bytes, Instant addedAt)
        implements Event {}
