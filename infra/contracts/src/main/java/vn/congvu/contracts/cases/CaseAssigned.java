package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;

/**
 * A case reached the head who must answer it; also after a forward, a hand-over from triage or a merger of agencies.
 *
 * @param reasons why this agency: the routing rules that matched, in order
 * @param conflictOfInterest the accused is a head or deputy, so the direct superior answers
 * @param dueAt when the answer is due; absent for praise
 */
@EventType("case.assigned.v1")
public record CaseAssigned(
        String caseId,
        String complaintId,
        String reference,
        ComplaintKind kind,
        List<Misconduct> misconducts,
        AgencyRef agency,
        Office head,
        List<Bilingual> reasons,
        boolean conflictOfInterest,
        Instant assignedAt,
        Instant acceptBy,
        @Nullable Instant dueAt,
        Reporter reporter)
        implements Event {}
