package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.SlaClock;

/**
 * Calendar, office hours or policy changed the deadline of an open case.
 */
@EventType("deadline.moved.v1")
public record DeadlineMoved(
        String caseId,
        String complaintId,
        String reference,
        SlaClock clock,
        Instant previousDueAt,
        Instant dueAt,
        Bilingual reason,
        Instant movedAt)
        implements Event {}
