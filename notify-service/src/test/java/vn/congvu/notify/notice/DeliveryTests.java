package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.congvu.notify.channel.Medium;
import vn.congvu.notify.channel.Outcome;
import vn.congvu.notify.channel.TwilioReceipts.Receipt;

class DeliveryTests {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(30);

    private final Delivery sending =
            Delivery.from(NOW).sending(Medium.SMS, "hash", 1, NOW, LATER, LocalDate.of(2026, 3, 2));

    @Test
    void acceptedIsSentAndNothingMoreIsDue() {
        var sent = answered(sending, new Outcome.Accepted("SM1"));

        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.providerId()).isEqualTo("SM1");
        assertThat(sent.dueAt()).isNull();
    }

    @Test
    void onlyWhatWasSurelyNotAcceptedIsTriedAgain() {
        assertThat(answered(sending, new Outcome.NotAccepted("http-429")).state())
                .isEqualTo(State.PENDING);
        assertThat(answered(sending, new Outcome.Refused("http-400-21211")).state())
                .isEqualTo(State.FAILED);
        var unknown = answered(sending, new Outcome.Unknown("broken-off"));
        assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
        assertThat(unknown.dueAt()).isEqualTo(LATER);
    }

    @Test
    void receiptsMayComeInAnyOrderAndTwice() {
        var delivered = sending.receipt(receipt(Receipt.Status.DELIVERED), NOW);

        assertThat(delivered.state()).isEqualTo(State.DELIVERED);
        assertThat(delivered.sentAt()).isEqualTo(NOW);
        assertThat(delivered.receipt(receipt(Receipt.Status.ON_ITS_WAY), LATER)).isEqualTo(delivered);
        assertThat(delivered.receipt(receipt(Receipt.Status.FAILED), LATER)).isEqualTo(delivered);
        assertThat(delivered.receipt(receipt(Receipt.Status.DELIVERED), LATER)).isEqualTo(delivered);
        assertThat(answered(delivered, new Outcome.Accepted("SM1"))).isEqualTo(delivered);
    }

    @Test
    void aReceiptSettlesAnUnknownOutcomeAndOneThatIsAboutToBeRepeated() {
        var unknown = answered(sending, new Outcome.Unknown("broken-off"));
        assertThat(unknown.receipt(receipt(Receipt.Status.ON_ITS_WAY), LATER).state())
                .isEqualTo(State.SENT);

        var again = unknown.again(LATER, "not-at-provider");
        assertThat(again.receipt(receipt(Receipt.Status.ON_ITS_WAY), LATER).state())
                .isEqualTo(State.SENT);
    }

    @Test
    void aReceiptOfAnotherMessageChangesNothing() {
        var sent = answered(sending, new Outcome.Accepted("SM2"));

        assertThat(sent.receipt(receipt(Receipt.Status.FAILED), LATER)).isEqualTo(sent);
    }

    @Test
    void aReceiptForSomethingNeverSentChangesNothing() {
        var pending = Delivery.from(NOW);

        assertThat(pending.receipt(receipt(Receipt.Status.DELIVERED), NOW)).isEqualTo(pending);
    }

    @Test
    void aLateAnswerToAnEarlierAttemptChangesNothing() {
        var second = sending.again(NOW, "not-at-provider").sending(Medium.SMS, "hash", 1, LATER, LATER, null);

        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.answered(1, new Outcome.NotAccepted("late"), NOW, LATER, LATER))
                .isEqualTo(second);
    }

    @Test
    void anAcceptanceThatComesAfterALookUpStillCounts() {
        var lookedUp = sending.notThereYet(LATER);

        assertThat(lookedUp.state()).isEqualTo(State.UNKNOWN);
        assertThat(answered(lookedUp, new Outcome.Accepted("SM1")).state()).isEqualTo(State.SENT);
        assertThat(answered(lookedUp.again(LATER, "x"), new Outcome.Accepted("SM1"))
                        .state())
                .isEqualTo(State.SENT);
    }

    @Test
    void whatIsSentIsNotPostponedHeldOrSuppressed() {
        var sent = answered(sending, new Outcome.Accepted("SM1"));

        assertThat(sent.waitsUntil(LATER, "x")).isEqualTo(sent);
        assertThat(sent.heldUntil(LATER, "x")).isEqualTo(sent);
        assertThat(sent.suppressed("x")).isEqualTo(sent);
        assertThat(sent.failedSafely(LATER, "x")).isEqualTo(sent);
    }

    private static Delivery answered(Delivery delivery, Outcome outcome) {
        return delivery.answered(1, outcome, NOW, LATER, LATER);
    }

    private static Receipt receipt(Receipt.Status status) {
        return new Receipt("notice", "SM1", status, "delivered");
    }
}
