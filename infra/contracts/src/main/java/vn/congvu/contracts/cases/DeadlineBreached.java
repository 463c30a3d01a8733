package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SlaClock;

/**
 * A limit passed without what it asks for. Announced exactly once per miss.
 *
 * @param subject the kind of thing that is late
 * @param subjectId caseId, or the dossier's code
 * @param reference what people call it: the complaint's reference, or the dossier's code
 * @param miss 1 for the first miss of this clock, 2 for the second (after an extension or a new date)
 * @param apologyOwed whether the miss is apologised for in public
 * @param receivedAt when the matter came in; absent in events of older publishers
 * @param tell who is to be told: the head and the superior, at the second miss the chair of the province
 * @param superior name of the agency directly above, which stands in the head of a letter; absent where there is none and in events
 *     of older publishers
 */
@EventType("deadline.breached.v1")
public record DeadlineBreached(
        Subject subject,
        String subjectId,
        @Nullable String complaintId,
        String reference,
        SlaClock clock,
        int miss,
        AgencyRef agency,
        Office head,
        @Nullable String field,
        @Nullable String procedure,
        Instant dueAt,
        Instant breachedAt,
        boolean apologyOwed,
        List<Office> tell,
        Reporter reporter,
        @Nullable Instant receivedAt,
        @Nullable String superior)
        implements Event {}
