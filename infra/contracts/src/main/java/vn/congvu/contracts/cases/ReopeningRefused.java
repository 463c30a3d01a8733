package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Reporter;

/**
 * The window has passed or the case was reopened before.
 */
@EventType("case.reopening-refused.v1")
public record ReopeningRefused(
        String caseId, String complaintId, String reference, Bilingual reason, Instant refusedAt, Reporter reporter)
        implements Event {}
