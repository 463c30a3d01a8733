package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SlaClock;

/**
 * Part of a limit has passed.
 *
 * @param subject the kind of thing that is late
 * @param subjectId caseId, or the dossier's code
 * @param reference what people call it: the complaint's reference, or the dossier's code
 * @param percent of the limit: 50, 80 or 100
 * @param tell who is to be told
 */
@EventType("deadline.warned.v1")
public record DeadlineWarned(
        Subject subject,
        String subjectId,
        @Nullable String complaintId,
        String reference,
        SlaClock clock,
        int percent,
        AgencyRef agency,
        Instant dueAt,
        Instant warnedAt,
        List<Office> tell)
        implements Event {}
