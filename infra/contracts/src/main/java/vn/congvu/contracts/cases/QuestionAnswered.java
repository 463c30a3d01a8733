package vn.congvu.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * The reporter replied, or the pause ran out: the clock goes on.
 */
@EventType("case.question-answered.v1")
public record QuestionAnswered(
        String caseId,
        String complaintId,
        String reference,
        Instant resumedAt,
        @Nullable Instant dueAt) implements Event {}
