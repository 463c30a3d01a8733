package vn.congvu.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.contracts.cases.AnswerDatesPublished.AnswerDate;
import vn.congvu.intake.IntakeTest;
import vn.congvu.platform.inbox.Received;

@IntakeTest
class AnswerDatesTests {
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");

    @Autowired
    MongoTemplate mongo;

    private final AtomicReference<Duration> elapsed = new AtomicReference<>(Duration.ZERO);
    private AnswerDates ours;
    private AnswerDates another;

    @BeforeEach
    void twoReplicas() {
        forget();
        ours = new AnswerDates(mongo, () -> elapsed.get().toNanos());
        another = new AnswerDates(mongo, () -> elapsed.get().toNanos());
    }

    @AfterEach
    void forget() {
        mongo.getCollection("answer_dates").deleteMany(new Document());
    }

    @Test
    void aReportIsAnsweredByTheDateOfTheFirstStepStillToCome() {
        ours.remember(published(
                NOW,
                new AnswerDate(NOW, NOW.plusSeconds(10)),
                new AnswerDate(NOW.plusSeconds(60), NOW.plusSeconds(70))));

        assertThat(ours.expected(NOW.minusMillis(1))).contains(NOW.plusSeconds(10));
        assertThat(ours.expected(NOW)).contains(NOW.plusSeconds(70));
        assertThat(ours.expected(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aNewTableCountsAtOnceWhereItCameInAndSoonEverywhere() {
        ours.remember(published(NOW, new AnswerDate(NOW.plusSeconds(60), NOW.plusSeconds(1))));
        assertThat(another.expected(NOW)).contains(NOW.plusSeconds(1));

        ours.remember(published(NOW.plusMillis(1), new AnswerDate(NOW.plusSeconds(60), NOW.plusSeconds(2))));

        assertThat(ours.expected(NOW)).contains(NOW.plusSeconds(2));
        elapsed.set(AnswerDates.AS_OLD_AS.minusNanos(1));
        assertThat(another.expected(NOW)).contains(NOW.plusSeconds(1));
        elapsed.set(AnswerDates.AS_OLD_AS);
        assertThat(another.expected(NOW)).contains(NOW.plusSeconds(2));
    }

    @Test
    void anOlderTableThatComesLateChangesNothing() {
        ours.remember(published(NOW, new AnswerDate(NOW.plusSeconds(60), NOW.plusSeconds(2))));

        ours.remember(published(NOW.minusMillis(1), new AnswerDate(NOW.plusSeconds(60), NOW.plusSeconds(1))));

        assertThat(ours.expected(NOW)).contains(NOW.plusSeconds(2));
    }

    private static Received<AnswerDatesPublished> published(Instant at, AnswerDate... dates) {
        return new Received<>(
                new AnswerDatesPublished(List.of(dates), at, null),
                UUID.randomUUID().toString(),
                Exchanges.CASES,
                "answer-dates",
                1,
                "answer-dates",
                at);
    }
}
