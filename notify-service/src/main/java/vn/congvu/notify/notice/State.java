package vn.congvu.notify.notice;

/** Where a notice is on its way. */
public enum State {
    /** Waits for its time: now, after a failure that is safe to repeat, or after the quiet hours. */
    PENDING,
    /** A daily cap is reached; goes on the next day. */
    HELD,
    /** Recorded before the provider is called; found in this state after a crash, it is looked up. */
    SENDING,
    /** The provider has it. */
    SENT,
    /** The provider says that it arrived. */
    DELIVERED,
    /** It will not arrive. */
    FAILED,
    /** It may have gone out: being looked up while it has a due time, else waiting for a person. */
    UNKNOWN,
    /** Nobody to send it to. */
    SUPPRESSED
}
