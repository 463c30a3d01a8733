package vn.congvu.notify.channel;

import org.jspecify.annotations.Nullable;

/** What became of one try to hand a message over. The difference that matters: may it be tried again? */
public sealed interface Outcome {
    /**
     * It is with the provider.
     *
     * @param providerId the provider's own id, absent where it has none
     */
    record Accepted(@Nullable String providerId) implements Outcome {}

    /** The provider will never take this message: a wrong number, a recipient who opted out. */
    record Refused(String reason) implements Outcome {}

    /** It surely did not go out and may be tried again later: no connection, too many requests, in maintenance. */
    record NotAccepted(String reason) implements Outcome {}

    /** Nobody here knows: the connection broke, the answer was late or was an inner error. Must be looked up first. */
    record Unknown(String reason) implements Outcome {}
}
