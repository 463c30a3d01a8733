package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;

/**
 * The head answered.
 *
 * @param lateSeconds calendar seconds after the deadline, 0 when in time
 * @param lateWorkingDays working days begun after the deadline, 0 when it was still the same day; absent when in time
 *     and in events of older publishers
 */
@EventType("case.answered.v1")
public record CaseAnswered(
        String caseId,
        String complaintId,
        String reference,
        AgencyRef agency,
        Office head,
        SealedText answer,
        Finding finding,
        List<Measure> measures,
        Instant answeredAt,
        @Nullable Instant dueAt,
        long lateSeconds,
        Instant reopenUntil,
        Reporter reporter,
        @Nullable Integer lateWorkingDays)
        implements Event {}
