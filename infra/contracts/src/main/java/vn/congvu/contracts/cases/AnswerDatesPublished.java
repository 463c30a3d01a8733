package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;

/**
 * By when a complaint received now would be answered, as a step table, so that intake can tell the reporter without asking.
 *
 * @param dates ascending by {@code receivedBefore}
 * @param dataRequestDates likewise for requests about personal data, which have a limit of their own; absent in older events
 */
@EventType("answer-dates.published.v1")
public record AnswerDatesPublished(
        List<AnswerDate> dates,
        Instant publishedAt,
        @Nullable List<AnswerDate> dataRequestDates) implements Event {
    /** A complaint received before this instant (and not before the previous step) is due then. */
    public record AnswerDate(Instant receivedBefore, Instant dueAt) {}
}
