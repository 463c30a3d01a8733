package vn.congvu.cases.deadline;

import java.time.Instant;
import java.util.List;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.contracts.Bilingual;

/**
 * When a limit ends, with what it was computed from.
 *
 * @param receivedAt when it began, as received
 * @param pauses merged and in order
 */
public record Deadline(Instant dueAt, Instant receivedAt, Limit limit, WorkCalendar calendar, List<Pause> pauses) {
    /** Why then, line by line. Worked out when asked, since most deadlines are never questioned. */
    public List<Bilingual> trace() {
        return DeadlineTrace.of(this);
    }
}
