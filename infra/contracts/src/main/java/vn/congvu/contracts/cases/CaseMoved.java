package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;

/**
 * The directory changed under an open case: its agency was merged into another one or renamed, or another head answers from this
 * day on. The case stays where it stood and its clocks keep their start.
 *
 * @param to the same agency where only the head changed
 * @param acceptBy when the head must have taken it on, absent where that was done
 * @param dueAt when the answer is due; absent for praise and while the clock stands still
 */
@EventType("case.moved.v1")
public record CaseMoved(
        String caseId,
        String complaintId,
        String reference,
        AgencyRef from,
        AgencyRef to,
        Office head,
        List<Bilingual> reasons,
        @Nullable Instant acceptBy,
        @Nullable Instant dueAt,
        Instant movedAt,
        Reporter reporter)
        implements Event {}
