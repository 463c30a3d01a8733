package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;

class RestraintTests extends NotifyTests {
    private static final Instant TEN_AT_NIGHT = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant SEVEN_IN_THE_MORNING = Instant.parse("2026-03-03T00:00:00Z");

    @Test
    void citizensSleepUntilSevenButOfficesAreToldAtOnce() {
        clock.set(TEN_AT_NIGHT);
        var matter = happens(phone("q-1", "0905555501"), Happenings::assigned, 2);
        sweep();

        assertThat(texts()).isEmpty();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(citizens(matter).delivery()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.PENDING);
            assertThat(delivery.reason()).isEqualTo("quiet-hours");
            assertThat(delivery.dueAt()).isEqualTo(SEVEN_IN_THE_MORNING);
        });

        clock.set(SEVEN_IN_THE_MORNING);
        sweep();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void theImmediateReplyGoesOutAtNight() {
        clock.set(TEN_AT_NIGHT);
        happens(phone("q-2", "0905555502"), matter -> matter.received(false), 1);
        sweep();

        assertThat(texts()).hasSize(1);
    }

    @Test
    void aReplyThatIsLateIsNotImmediateAnyMore() {
        clock.set(TEN_AT_NIGHT);
        happens(phone("q-3", "0905555503"), matter -> matter.received(false), 1);
        clock.advance(Duration.ofMinutes(31));
        sweep();

        assertThat(texts()).isEmpty();
        clock.set(SEVEN_IN_THE_MORNING);
        sweep();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void oneNumberGetsNoMoreThanItsCapAndTheRestNextDay() {
        var matters = new ArrayList<Happenings>();
        for (int i = 0; i < 5; i++) {
            matters.add(happens(phone("q-4" + i, "0905555504"), matter -> matter.received(false), 1));
        }
        sweep();

        assertThat(texts()).hasSize(3);
        assertThat(matters.stream().map(matter -> citizens(matter).delivery()))
                .filteredOn(delivery -> delivery.state() == State.HELD)
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.reason()).isEqualTo("daily-cap-number"));

        // midnight ends the day, but the night goes on
        clock.set(Instant.parse("2026-03-02T17:00:00Z"));
        sweep();
        assertThat(texts()).hasSize(3);
        clock.set(SEVEN_IN_THE_MORNING);
        sweep();
        assertThat(texts()).hasSize(5);
    }

    @Test
    void theDayAsAWholeHasACapToo() {
        for (int i = 0; i < 42; i++) {
            happens(phone("q-5" + i, "09066666" + (10 + i)), matter -> matter.received(false), 1);
        }
        sweep();

        assertThat(texts()).hasSize(40);
        assertThat(mongo.find(query(where("delivery.state").is(State.HELD)), Notice.class))
                .hasSize(2)
                .allSatisfy(notice -> assertThat(notice.delivery().reason()).isEqualTo("daily-cap"));
    }

    @Test
    void countsAreForgottenAfterAWeek() {
        happens(phone("q-9", "0905555509"), matter -> matter.received(false), 1);
        sweep();
        clock.advance(Duration.ofDays(8));
        happens(phone("q-10", "0905555510"), matter -> matter.received(false), 1);
        clock.advance(Duration.ofHours(1));
        sweep();

        assertThat(texts()).hasSize(2);
        assertThat(mongo.getCollection(DailyCaps.COLLECTION).find().map(day -> day.getString("_id")))
                .allSatisfy(id -> assertThat(id).startsWith("2026-03-10"));
    }

    @Test
    void anImmediateReplyGoesBeforeABacklog() {
        for (int i = 0; i < 3; i++) {
            happens(phone("q-11" + i, "090555552" + i), Happenings::assigned, 2);
        }
        clock.advance(Duration.ofMinutes(5));
        var asksNow = happens(phone("q-12", "0905555530"), matter -> matter.received(false), 1);

        assertThat(context.getBean(Ledger.class).due(1))
                .containsExactly(citizens(asksNow).id());
    }

    @Test
    void foreignersAndLandlinesGetNoSms() {
        var foreign = happens(phone("q-6", "+12025550123"), matter -> matter.received(false), 1);
        var landline = happens(phone("q-7", "02763822123"), matter -> matter.received(false), 1);
        sweep();

        assertThat(texts()).isEmpty();
        assertThat(citizens(foreign).delivery().reason()).isEqualTo("number-not-served");
        assertThat(citizens(landline).delivery().state()).isEqualTo(State.SUPPRESSED);
    }

    @Test
    void aPhoneThatNeverWroteOrCalledIsNotWrittenTo() {
        var typed = happens(unheard("q-21", "{\"phone\":\"0901111131\"}"), matter -> matter.received(false), 1);
        happens(
                unheard("q-22", "{\"phone\":\"0901111132\",\"email\":\"dan@example.vn\"}"),
                matter -> matter.received(false),
                1);
        sweep();

        assertThat(texts()).isEmpty();
        assertThat(citizens(typed).delivery().reason()).isEqualTo("phone-not-heard-from");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoHasALandlineAndAMailboxIsWrittenByMail() {
        var ref = vault("/intake", "q-8", "{\"phone\":\"02763822123\",\"email\":\"dan@example.vn\"}");
        happens(ref, matter -> matter.received(false), 1);
        sweep();

        assertThat(texts()).isEmpty();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    private Happenings happens(String contactRef, java.util.function.Function<Happenings, Event> what, int notices) {
        var matter = Happenings.of(contactRef);
        var exchange =
                what.apply(matter).getClass().getPackageName().endsWith("intake") ? Exchanges.INTAKE : Exchanges.CASES;
        incoming.publish(exchange, matter.caseId(), matter.reference(), what.apply(matter));
        await().until(() -> mongo.count(query(where("reference").is(matter.reference())), Notice.class) == notices);
        return matter;
    }

    private Notice citizens(Happenings matter) {
        return mongo.findOne(
                query(where("reference")
                        .is(matter.reference())
                        .and("contactRef")
                        .exists(true)),
                Notice.class);
    }
}
