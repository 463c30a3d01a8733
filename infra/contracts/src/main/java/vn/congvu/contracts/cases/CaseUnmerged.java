package vn.congvu.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Reporter;

/**
 * A case that was joined to another one stands on its own again: they are not the same matter after all.
 *
 * @param agency that answers it, absent while Home Affairs decides
 * @param accepted whether the head had taken it on
 * @param dueAt when the answer is due: its clock kept its start
 */
@EventType("case.unmerged.v1")
public record CaseUnmerged(
        String caseId,
        String complaintId,
        String reference,
        String fromCaseId,
        String fromReference,
        @Nullable AgencyRef agency,
        boolean accepted,
        @Nullable Instant dueAt,
        Instant unmergedAt,
        Reporter reporter)
        implements Event {}
