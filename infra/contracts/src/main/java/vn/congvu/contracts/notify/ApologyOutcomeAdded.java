package vn.congvu.contracts.notify;

import java.time.Instant;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * What finally happened was added to a published apology.
 */
@EventType("apology.outcome-added.v1")
public record ApologyOutcomeAdded(String apologyId, String reference, Bilingual outcome, Instant addedAt)
        implements Event {}
