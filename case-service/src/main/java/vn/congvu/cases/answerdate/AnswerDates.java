package vn.congvu.cases.answerdate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.cases.AnswerDatesPublished.AnswerDate;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * The step tables of expected answer dates as they were last published.
 *
 * @param dataRequestDates absent before there were such requests
 */
@Document("answer_dates")
@TypeAlias("answer-dates")
public record AnswerDates(
        @Id String id,
        Revision revision,
        List<AnswerDate> dates,
        @Nullable List<AnswerDate> dataRequestDates,
        Instant publishedAt)
        implements Aggregate {
    static final String ID = "answer-dates";

    public AnswerDates {
        dates = List.copyOf(dates);
    }

    @Override
    public String correlationId() {
        return id;
    }
}
