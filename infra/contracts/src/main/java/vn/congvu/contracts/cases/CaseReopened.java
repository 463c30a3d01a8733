package vn.congvu.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;

/**
 * Not settled: the case runs again, once.
 *
 * @param head who must answer now; absent in events of older publishers
 */
@EventType("case.reopened.v1")
public record CaseReopened(
        String caseId,
        String complaintId,
        String reference,
        AgencyRef agency,
        Instant reopenedAt,
        @Nullable Instant dueAt,
        Reporter reporter,
        @Nullable Office head)
        implements Event {}
