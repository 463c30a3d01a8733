package vn.congvu.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * The result is there.
 *
 * @param lateSeconds calendar seconds after the promised time, 0 when in time
 * @param lateWorkingDays working days begun after the promised time, 0 when it was still the same day; absent when in
 *     time and in events of older publishers
 */
@EventType("dossier.finished.v1")
public record DossierFinished(
        String dossierCode,
        AgencyRef agency,
        Instant finishedAt,
        Instant dueAt,
        long lateSeconds,
        @Nullable Integer lateWorkingDays)
        implements Event {}
