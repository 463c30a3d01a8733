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
 * The agency apologises before the promised date and names a new one (NĐ 61/2018, art. 19.9). At most once.
 *
 * @param superior name of the agency directly above, which stands in the head of a letter; absent where there is none and in events
 *     of older publishers
 */
@EventType("dossier.rescheduled.v1")
public record DossierRescheduled(
        String dossierCode,
        AgencyRef agency,
        Office head,
        @Nullable String field,
        String procedure,
        SealedText reason,
        Instant receivedAt,
        Instant previousDueAt,
        Instant dueAt,
        Instant rescheduledAt,
        Reporter reporter,
        @Nullable String superior)
        implements Event {}
