package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.SealedText;

/**
 * The agency was not competent. At most once per content; a {@link CaseAssigned} or {@link CaseSentToTriage} follows.
 */
@EventType("case.forwarded.v1")
public record CaseForwarded(
        String caseId,
        String complaintId,
        String reference,
        AgencyRef from,
        AgencyRef to,
        SealedText reason,
        Instant forwardedAt)
        implements Event {}
