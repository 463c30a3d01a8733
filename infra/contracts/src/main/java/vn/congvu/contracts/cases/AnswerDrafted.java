package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;

/**
 * An officer laid the draft of an answer before the head, who alone answers. What it says is in the case.
 *
 * @param head who is asked to read it
 */
@EventType("case.answer-drafted.v1")
public record AnswerDrafted(
        String caseId, String complaintId, String reference, AgencyRef agency, Office head, Instant draftedAt)
        implements Event {}
