package vn.congvu.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;

/**
 * The head asked for more time, once, before the deadline; notify-service apologises.
 *
 * @param receivedAt when the report came in; absent in events of older publishers
 * @param superior name of the agency directly above, which stands in the head of a letter; absent where there is none and in events
 *     of older publishers
 */
@EventType("case.extended.v1")
public record CaseExtended(
        String caseId,
        String complaintId,
        String reference,
        AgencyRef agency,
        Office head,
        SealedText reason,
        Instant extendedAt,
        Instant previousDueAt,
        Instant dueAt,
        Reporter reporter,
        @Nullable Instant receivedAt,
        @Nullable String superior)
        implements Event {}
