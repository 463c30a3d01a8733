package vn.congvu.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * The head took the case on.
 */
@EventType("case.accepted.v1")
public record CaseAccepted(
        String caseId,
        String complaintId,
        String reference,
        AgencyRef agency,
        Instant acceptedAt,
        @Nullable Instant dueAt)
        implements Event {}
