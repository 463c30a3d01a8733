package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;

/**
 * The agency needs something from the reporter; the clock stands still.
 *
 * @param pausedUntil when the clock goes on even without a reply
 */
@EventType("case.question-asked.v1")
public record QuestionAsked(
        String caseId,
        String complaintId,
        String reference,
        String questionId,
        SealedText question,
        Instant askedAt,
        Instant pausedUntil,
        Reporter reporter)
        implements Event {}
