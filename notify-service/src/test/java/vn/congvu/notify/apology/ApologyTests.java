package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;

class ApologyTests extends NotifyTests {
    @Autowired
    private ApologyDesk desk;

    @Test
    void oneMissIsOneApologyHoweverOftenItIsAnnounced() {
        var matter = Happenings.of((String) null);
        var envelope = incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.breached(1));
        incoming.publish(envelope);
        await().until(() -> apologies(matter).size() == 1);
        desk.missed(matter.breached(1));
        desk.missed(matter.breached(1));

        assertThat(apologies(matter)).singleElement().satisfies(apology -> {
            assertThat(apology.number()).isEqualTo("01/PXL-SNV");
            assertThat(apology.cause()).isEqualTo(ApologyCause.MISSED_DEADLINE);
            assertThat(apology.signer()).isEqualTo("Giám đốc Sở Nội vụ");
        });
        var published =
                events.await(ApologyPublished.class, event -> event.reference().equals(matter.reference()));
        assertThat(published.number()).isEqualTo("01/PXL-SNV");
        assertThat(events.sequences(published.apologyId())).containsExactly(1L);
    }

    @Test
    void theSecondMissIsPostedAgainAsRepeated() {
        var matter = Happenings.of((String) null);
        desk.missed(matter.breached(1));
        desk.missed(matter.breached(2));

        assertThat(apologies(matter)).extracting(Apology::repeated).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void whatFinallyHappenedIsAddedOnce() {
        var matter = Happenings.of((String) null);
        happens(matter, matter.breached(1));
        await().until(() -> apologies(matter).size() == 1);
        var late = Duration.ofDays(3);
        var answered = incoming.publish(
                Exchanges.CASES,
                matter.caseId(),
                matter.reference(),
                matter.answered(Happenings.DUE.plus(late), late, 1));
        incoming.publish(answered);
        await().until(() -> apologies(matter).getFirst().outcome() != null);

        assertThat(apologies(matter).getFirst().outcome()).satisfies(outcome -> {
            assertThat(outcome.text().vi()).isEqualTo("Đã trả lời ngày 02/03/2026, chậm 1 ngày làm việc");
            assertThat(outcome.text().en()).isEqualTo("Answered on 02/03/2026, 1 working day late");
        });
        clock.advance(Duration.ofDays(30));
        assertThat(apologies(matter).getFirst().daysLate(clock.instant())).isEqualTo(3);
        var added = events.await(
                ApologyOutcomeAdded.class, event -> event.reference().equals(matter.reference()));
        assertThat(events.sequences(added.apologyId())).containsExactly(1L, 2L);
    }

    @Test
    void anExtensionThatIsKeptIsAnsweredInTime() {
        var matter = Happenings.of((String) null);
        happens(matter, matter.extended("chờ xác minh"));
        await().until(() -> apologies(matter).size() == 1);
        assertThat(apologies(matter).getFirst().reason()).isEqualTo("chờ xác minh");

        happens(matter, matter.answered(Happenings.NOW, Duration.ZERO));
        await().until(() -> apologies(matter).getFirst().outcome() != null);
        assertThat(apologies(matter).getFirst().outcome().text().vi()).endsWith("đúng hạn");
    }

    @Test
    void dossiersAreRescheduledAndFinished() {
        var matter = Happenings.of((String) null);
        var code = "D-" + matter.caseId();
        incoming.publish(Exchanges.CASES, code, code, matter.rescheduled(code, "thiếu bản đồ"));
        incoming.publish(Exchanges.CASES, code, code, matter.finished(code, Duration.ofHours(30)));
        await().until(() -> all(code).size() == 1 && all(code).getFirst().outcome() != null);

        assertThat(all(code).getFirst()).satisfies(apology -> {
            assertThat(apology.cause()).isEqualTo(ApologyCause.RESCHEDULE);
            assertThat(apology.procedure()).isEqualTo("Cấp đổi giấy chứng nhận");
            assertThat(apology.outcome().text().vi()).isEqualTo("Đã trả kết quả ngày 02/03/2026, chậm 2 ngày");
        });
    }

    @Test
    void numbersHaveNeitherGapsNorDoublesUnderConcurrency() throws Exception {
        var agencies = List.of(new AgencyRef("SNV", "Sở Nội vụ"), new AgencyRef("SXD", "Sở Xây dựng"));
        var matters = new ArrayList<Happenings>();
        agencies.forEach(agency -> IntStream.range(0, 40).forEach(_ -> matters.add(Happenings.of(agency, null))));
        // each twice, as two replicas might
        matters.addAll(List.copyOf(matters));
        Collections.shuffle(matters, new java.util.Random(7));

        try (var workers = Executors.newFixedThreadPool(8)) {
            matters.forEach(matter -> workers.execute(() -> desk.missed(matter.breached(1))));
        }

        for (var agency : agencies) {
            assertThat(mongo.find(query(where("agency.code").is(agency.code())), Apology.class))
                    .extracting(Apology::number)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40)
                            .mapToObj(n -> "%02d/PXL-%s".formatted(n, agency.code()))
                            .toList());
        }
    }

    @Test
    void numbersBeginAnewOnTheFirstOfJanuaryOfTheOffice() {
        // the last second of 2026 in Vietnam, while it is still the afternoon in UTC
        clock.set(Instant.parse("2026-12-31T16:59:59Z"));
        assertThat(desk.missed(Happenings.of((String) null).breached(1)).number())
                .isEqualTo("01/PXL-SNV");
        assertThat(desk.missed(Happenings.of((String) null).breached(1)).number())
                .isEqualTo("02/PXL-SNV");
        clock.set(Instant.parse("2026-12-31T17:00:00Z"));
        assertThat(desk.missed(Happenings.of((String) null).breached(1)).number())
                .isEqualTo("01/PXL-SNV");
    }

    private void happens(Happenings matter, Event event) {
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), event);
    }

    private List<Apology> apologies(Happenings matter) {
        return all(matter.reference());
    }

    private List<Apology> all(String reference) {
        return mongo.find(query(where("reference").is(reference)), Apology.class);
    }
}
