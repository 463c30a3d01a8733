package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * The result is there.
 *
 * @param lateSeconds calendar seconds after the promised time, 0 when in time
 */
@EventType("dossier.finished.v1")
public record DossierFinished(String dossierCode, AgencyRef agency, Instant finishedAt, Instant dueAt, long lateSeconds)
        implements Event {}
