package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * By when a complaint received now would be answered, as a step table, so that intake can tell the reporter without asking.
 *
 * @param dates ascending by {@code receivedBefore}
 */
@EventType("answer-dates.published.v1")
public record AnswerDatesPublished(List<AnswerDate> dates, Instant publishedAt) implements Event {
    /** A complaint received before this instant (and not before the previous step) is due then. */
    public record AnswerDate(Instant receivedBefore, Instant dueAt) {}
}
