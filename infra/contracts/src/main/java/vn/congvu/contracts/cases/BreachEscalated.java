package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SlaClock;

/**
 * Still not done after a breach: the next rung of the ladder.
 *
 * @param subject the kind of thing that is late
 * @param subjectId caseId, or the dossier's code
 * @param reference what people call it: the complaint's reference, or the dossier's code
 * @param step 1 for the superior head, 2 for the chair of the province
 */
@EventType("deadline.escalated.v1")
public record BreachEscalated(
        Subject subject,
        String subjectId,
        @Nullable String complaintId,
        String reference,
        SlaClock clock,
        int step,
        AgencyRef agency,
        Instant dueAt,
        Instant escalatedAt,
        List<Office> tell)
        implements Event {}
