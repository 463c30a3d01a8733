package vn.congvu.cases.answerdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.contracts.cases.AnswerDatesPublished;

class AnswerDatesTests extends CaseKit {
    private static final WorkCalendar CALENDAR = WorkCalendar.standard();

    @Test
    void theTableGivesEveryReceiptItsOwnAnswerDate() {
        var from = Instant.parse("2026-03-01T17:00:00Z");
        var steps = StepTable.of(from, from.plus(Duration.ofDays(120)), AnswerDatesTests::due);

        assertThat(steps).hasSizeBetween(75, 90);
        for (Instant at = from; at.isBefore(from.plus(Duration.ofDays(120))); at = at.plusSeconds(1_799)) {
            var received = at;
            var step = steps.stream()
                    .filter(s -> received.isBefore(s.receivedBefore()))
                    .findFirst()
                    .orElseThrow();
            assertThat(step.dueAt()).as("received " + received).isEqualTo(due(received));
        }
    }

    @Test
    void theTableIsPublishedAtTheStartAndOnEachNewDayAndNotMoreOften() {
        var today = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        var published = events.await(AnswerDatesPublished.class, e -> !e.publishedAt()
                .isBefore(clock.instant().minusSeconds(60)));
        assertThat(published.dates().getFirst().receivedBefore())
                .isAfter(today.atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());

        clock.advance(Duration.ofDays(1));
        var tomorrow = clock.instant();
        events.await(AnswerDatesPublished.class, e -> e.publishedAt().equals(tomorrow));
        clock.advance(Duration.ofMinutes(5));
        assertThat(events.all(AnswerDatesPublished.class))
                .filteredOn(e -> !e.publishedAt().isBefore(tomorrow))
                .hasSize(1);
    }

    @Test
    void whoAsksAboutTheirOwnDataIsAnsweredWithinTwoWorkingDays() {
        var published = events.await(AnswerDatesPublished.class, e -> e.dataRequestDates() != null);
        var received = published.dates().getFirst().receivedBefore().minusSeconds(1);

        var step = Objects.requireNonNull(published.dataRequestDates()).stream()
                .filter(date -> received.isBefore(date.receivedBefore()))
                .findFirst()
                .orElseThrow();

        assertThat(step.dueAt())
                .isEqualTo(Deadlines.due(received, new Limit.WorkingDays(2), CALENDAR, List.of())
                        .dueAt());
    }

    private static Instant due(Instant received) {
        return Deadlines.due(received, new Limit.WorkingDays(10), CALENDAR, List.of())
                .dueAt();
    }
}
