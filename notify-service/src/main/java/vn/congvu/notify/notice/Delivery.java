package vn.congvu.notify.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congvu.notify.channel.Medium;
import vn.congvu.notify.channel.Outcome;
import vn.congvu.notify.channel.TwilioReceipts.Receipt;

/**
 * How far a notice has come. Every method is a decision without effects: from a state in which it makes no sense it returns the
 * delivery unchanged, so that late and repeated answers do nothing.
 *
 * @param dueAt when a worker looks at it next; absent when none will
 * @param reason why it waits or failed, a stable word
 * @param failures in a row, safe ones
 * @param attempt the last one
 * @param countedOn the day whose caps it was counted against
 */
record Delivery(
        State state,
        @Nullable Instant dueAt,
        @Nullable String reason,
        int failures,
        @Nullable Attempt attempt,
        @Nullable String providerId,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable LocalDate countedOn) {
    static final String UNKNOWN_OUTCOME = "unknown-outcome";

    static Delivery from(Instant dueAt) {
        return new Delivery(State.PENDING, dueAt, null, 0, null, null, null, null, null);
    }

    static Delivery to(String noAddress) {
        return new Delivery(State.SUPPRESSED, null, noAddress, 0, null, null, null, null, null);
    }

    boolean isSent() {
        return state == State.SENT || state == State.DELIVERED;
    }

    /** Nothing more happens by itself. */
    boolean needsPerson() {
        return state == State.FAILED || state == State.UNKNOWN && dueAt == null;
    }

    boolean mayBeSent() {
        return state == State.PENDING || state == State.HELD;
    }

    int attempts() {
        return attempt == null ? 0 : attempt.number();
    }

    /** Not a failure: the time is not right. */
    Delivery waitsUntil(Instant until, String why) {
        return mayBeSent() ? at(State.PENDING, until, why, failures) : this;
    }

    Delivery failedSafely(Instant again, String why) {
        return mayBeSent() ? at(State.PENDING, again, why, failures + 1) : this;
    }

    Delivery heldUntil(Instant until, String why) {
        return mayBeSent() ? at(State.HELD, until, why, failures) : this;
    }

    Delivery suppressed(String why) {
        return mayBeSent() ? at(State.SUPPRESSED, null, why, failures) : this;
    }

    Delivery failed(String why) {
        return mayBeSent() ? at(State.FAILED, null, why, failures) : this;
    }

    /** @param lookUpAt when it counts as crashed */
    Delivery sending(
            Medium medium, String textHash, int parts, Instant now, Instant lookUpAt, @Nullable LocalDate counted) {
        return new Delivery(
                State.SENDING,
                lookUpAt,
                null,
                failures,
                new Attempt(attempts() + 1, medium, textHash, parts, now, 0),
                null,
                null,
                null,
                counted);
    }

    /**
     * The provider's answer to an attempt; a receipt or a look-up may have come before it.
     *
     * @param again when to try again if that is safe
     * @param lookUpAt when to ask if it is not known
     */
    Delivery answered(int attemptNumber, Outcome outcome, Instant now, Instant again, Instant lookUpAt) {
        if (attempts() != attemptNumber || isSent() || state == State.FAILED) {
            return this;
        }
        if (outcome instanceof Outcome.Accepted(var id)) {
            return sent(id, now);
        }
        if (state != State.SENDING && state != State.UNKNOWN) {
            return this;
        }
        return switch (outcome) {
            case Outcome.Accepted(var id) -> sent(id, now);
            case Outcome.Refused(var why) -> at(State.FAILED, null, why, failures);
            case Outcome.NotAccepted(var why) -> at(State.PENDING, again, why, failures + 1);
            case Outcome.Unknown(var why) -> state == State.UNKNOWN ? this : at(State.UNKNOWN, lookUpAt, why, failures);
        };
    }

    Delivery sent(@Nullable String id, Instant now) {
        return new Delivery(State.SENT, null, null, 0, attempt, id, now, null, countedOn);
    }

    /** The provider was asked, and has no such message yet. */
    Delivery notThereYet(Instant lookUpAt) {
        return attempt == null
                ? this
                : new Delivery(
                        State.UNKNOWN,
                        lookUpAt,
                        "not-at-provider",
                        failures,
                        attempt.lookedUpInVain(),
                        null,
                        null,
                        null,
                        countedOn);
    }

    Delivery askAgain(Instant lookUpAt, String why) {
        return at(State.UNKNOWN, lookUpAt, why, failures);
    }

    Delivery again(Instant now, String why) {
        return at(State.PENDING, now, why, failures);
    }

    Delivery forAPerson() {
        return at(State.UNKNOWN, null, UNKNOWN_OUTCOME, failures);
    }

    /** A receipt of the provider, in any order and any number of times. */
    Delivery receipt(Receipt receipt, Instant now) {
        if (attempt == null || providerId != null && !providerId.equals(receipt.providerId())) {
            return this;
        }
        return switch (receipt.status()) {
            case ON_ITS_WAY -> isSent() || state == State.FAILED ? this : sent(receipt.providerId(), now);
            case DELIVERED -> state == State.DELIVERED ? this : delivered(receipt, now);
            case FAILED ->
                state == State.DELIVERED || state == State.FAILED
                        ? this
                        : new Delivery(
                                State.FAILED,
                                null,
                                receipt.reason(),
                                failures,
                                attempt,
                                receipt.providerId(),
                                sentAt,
                                null,
                                countedOn);
        };
    }

    private Delivery delivered(Receipt receipt, Instant now) {
        return new Delivery(
                State.DELIVERED,
                null,
                null,
                0,
                attempt,
                receipt.providerId(),
                sentAt == null ? now : sentAt,
                now,
                countedOn);
    }

    private Delivery at(State next, @Nullable Instant due, @Nullable String why, int failed) {
        return new Delivery(next, due, why, failed, attempt, providerId, sentAt, deliveredAt, countedOn);
    }
}
