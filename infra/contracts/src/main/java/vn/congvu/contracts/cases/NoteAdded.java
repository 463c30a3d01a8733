package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * An internal note; kept out of the citizen's timeline.
 */
@EventType("case.note-added.v1")
public record NoteAdded(String caseId, String complaintId, String reference, Instant addedAt) implements Event {}
