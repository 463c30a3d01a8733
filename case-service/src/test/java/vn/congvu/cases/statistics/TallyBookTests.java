package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseFact;
import vn.congvu.cases.casefile.CaseFacts;
import vn.congvu.cases.casefile.CaseFacts.Uncounted;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.cases.statistics.Tally.What;

class TallyBookTests extends CaseKit {
    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    @Autowired
    TallyBook book;

    @Autowired
    CaseFacts facts;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    StatisticsProperties properties;

    @Test
    void whatHappensToACaseIsCountedOnce() throws Exception {
        var received = arrivedAt("SCT");
        long open = open("SCT");
        done(command(
                head("SCT"),
                received.complaintId(),
                "answer",
                ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));

        assertThat(open("SCT")).isEqualTo(open - 1);
        assertThat(open("SCT")).as("counting again changes nothing").isEqualTo(open - 1);
        await("its last change is counted, too").until(() -> {
            book.current();
            return facts.uncounted(Instant.EPOCH, FAR_AWAY, 1_000).stream()
                    .noneMatch(one -> one.id().equals(received.complaintId()));
        });
        assertThat(open("SCT")).isEqualTo(open - 1);
    }

    @Test
    void aCaseThatChangedWhileItsDayWasCountedStaysUncounted() {
        var received = arrivedAt("SCT");
        var present = stored(received.complaintId());

        var older = new Uncounted(present.id(), present.revision().version() - 1);

        assertThat(facts.counted(List.of(older))).isZero();
        assertThat(facts.counted(List.of())).isZero();
    }

    @Test
    void aDayThatSomebodySpoiltIsFoundAndMended() {
        arrivedAt("SCT");
        long open = open("SCT");
        mongo.updateFirst(
                query(where("_id").is(today())),
                new Update()
                        .set("tallies", List.of())
                        .set("due", List.of())
                        .inc("version", 1)
                        .set("countedAt", Instant.now()),
                DayTally.class);
        assertThat(open("SCT")).isLessThan(open);

        assertThat(book.reconcile()).isEqualTo(1);

        assertThat(open("SCT")).isEqualTo(open);
        assertThat(book.reconcile()).as("now it is right").isZero();
    }

    @Test
    void manyReplicasCountingAtOnceAgreeWithTheCases() throws Exception {
        IntStream.range(0, 20).forEach(_ -> arrivedAt("SCT"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counting = IntStream.range(0, 4)
                    .<Callable<Object>>mapToObj(_ -> () -> {
                        replica().count();
                        return "";
                    })
                    .toList();
            for (var each : threads.invokeAll(counting)) {
                each.get();
            }
        }
        assertThat(book.reconcile()).isZero();
    }

    @Test
    void aLookDoesNotWaitForALongCountAndSaysHowMuchIsMissing() {
        arrivedAt("SCT");
        long open = open("SCT");
        var may = new CountDownLatch(1);
        CaseFacts slow = mock(CaseFacts.class, delegatesTo(facts));
        doReturn(Optional.of(clock.instant()), Optional.empty()).when(slow).lastUncounted(any());
        doReturn(3L).when(slow).uncounted();
        doReturn(3).when(slow).counted(any());
        doAnswer(asked -> {
                    may.await();
                    facts.each(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2));
                    return null;
                })
                .when(slow)
                .each(any(), any(), any());
        var hasty = new StatisticsProperties(Duration.ofHours(1), Duration.ofMillis(1));
        var replica = new TallyBook(slow, new DayTallies(mongo), calendars, hasty, new SimpleMeterRegistry());

        await().until(() -> replica.current() != null && replica.pending() == 3);
        assertThat(replica.current().byAgency(What.OPEN)).as("what is counted").containsEntry("SCT", open);

        may.countDown();
        await().until(() -> replica.pending() == 0);
    }

    @Test
    void aDayThatWasCountedBeforeDeadlinesWereIsCountedAnew() {
        var due = stored(arrivedAt("SCT").complaintId()).lookup().dueAt();
        long counted = dueAt(due);
        assertThat(counted).isPositive();
        mongo.updateFirst(
                query(where("_id").is(today())), new Update().unset("due").inc("version", 1), DayTally.class);
        var another = replica();

        another.count();

        assertThat(mongo.findById(today(), DayTally.class).outdated()).isZero();
        assertThat(another.pending()).isZero();
        assertThat(dueAt(due)).isEqualTo(counted);
    }

    @Test
    void whatIsHiddenFromAnAgencyIsNotEvenANumberThere() {
        var hidden = new Tally(What.OPEN, null, "UBND", null, 0, false, List.of("SNV"), 2);
        var plain = new Tally(What.OPEN, null, "SNV", null, 0, false, List.of(), 3);
        var tallies = new Tallies(TallySums.NONE.changed(List.of(), List.of(hidden, plain)), null);

        assertThat(tallies.seenBy("SNV").total(What.OPEN)).isEqualTo(3);
        assertThat(tallies.seenBy("UBND").total(What.OPEN)).isEqualTo(5);
        assertThat(tallies.seenBy(null).total(What.OPEN)).isEqualTo(5);
    }

    @Test
    void aDayThatTookLongToCountRestsTwentyTimesAsLong() {
        var at = Instant.parse("2026-03-02T00:00:00Z");
        var cheap = Duration.ofMillis(50);
        var large = new DayTally("2026-03-02", 1, at, 500, List.of(), List.of());

        assertThat(large.rests(at.plusSeconds(9), cheap)).isTrue();
        assertThat(large.rests(at.plusSeconds(10), cheap)).isFalse();
        assertThat(new DayTally("2026-03-02", 1, at, 50, List.of(), List.of()).rests(at, cheap))
                .as("a small one is counted at every look")
                .isFalse();
    }

    @Test
    void allDaysTogetherSayWhatTheCasesSay() throws Exception {
        var first = arrivedAt("SCT");
        arrivedAt("SYT");
        done(command(
                head("SCT"), first.complaintId(), "answer", ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));
        List<CaseFact> all = new ArrayList<>();
        facts.each(Instant.EPOCH, FAR_AWAY, all::add);

        var counted = book.current();

        assertThat(counted.total(What.OPEN))
                .isEqualTo(all.stream().filter(CaseFact::open).count());
        assertThat(counted.total(What.RECEIVED)).isEqualTo(all.size());
        assertThat(counted.total(What.ANSWERED))
                .isEqualTo(all.stream()
                        .filter(one -> one.answered() != null
                                && !one.joined()
                                && !one.kind().equals("PRAISE"))
                        .count());
        assertThat(counted.total(What.APOLOGY))
                .isEqualTo(all.stream().mapToLong(one -> one.apologies().size()).sum());
        assertThat(counted.total(What.MISCONDUCT))
                .isEqualTo(all.stream()
                        .mapToLong(one -> one.misconducts().stream().distinct().count())
                        .sum());
    }

    private TallyBook replica() {
        return new TallyBook(facts, new DayTallies(mongo), calendars, properties, new SimpleMeterRegistry());
    }

    private String today() {
        return clock.instant()
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toLocalDate()
                .toString();
    }

    private long dueAt(Instant due) {
        return book.current()
                .dueUpTo(DueMinute.of(due))
                .filter(tally -> DueMinute.of(due).equals(tally.day()))
                .mapToLong(Tally::count)
                .sum();
    }

    private long open(String agency) {
        return book.current().byAgency(What.OPEN).getOrDefault(agency, 0L);
    }
}
