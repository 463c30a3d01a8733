package vn.congvu.platform.inbox;

/** Something that a handler needs is away: the message is tried again with growing waits and never counts as poison. */
public class RetryLater extends RuntimeException {
    public RetryLater(String reason) {
        super(reason);
    }

    public RetryLater(String reason, Throwable cause) {
        super(reason, cause);
    }
}
