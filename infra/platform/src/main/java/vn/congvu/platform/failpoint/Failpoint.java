package vn.congvu.platform.failpoint;

/** The crash windows; a process dies between what stands before the name's place in the code and what stands behind it. */
public enum Failpoint {
    /** A report is decided on and not stored. */
    ACCEPT_UNSTORED,
    /** It is durable, and nobody was answered. */
    ACCEPT_UNANSWERED,
    /** A document with events was written, and nobody has claimed them. */
    RELAY_UNCLAIMED,
    /** Events are claimed, and not published. */
    RELAY_UNPUBLISHED,
    /** An event is with the broker, and its confirm was not waited for. */
    RELAY_UNCONFIRMED,
    /** All are confirmed, and still in the outbox. */
    RELAY_UNCLEARED,
    /** A message was delivered, and is not in the inbox. */
    INBOX_UNSTORED,
    /** It is in the inbox, and not acknowledged. */
    INBOX_UNACKNOWLEDGED,
    /** Its turn has come, and nothing was done. */
    INBOX_UNAPPLIED,
    /** What it causes is done, and the inbox does not know. */
    INBOX_UNMARKED,
    /** It is written down that a notice is being sent, and nobody was called. */
    NOTICE_UNCALLED,
    /** The provider has taken it, and that is not written down. */
    NOTICE_UNRECORDED;

    /** Dies here, if this one is armed. */
    public void pass() {
        Failpoints.pass(this);
    }
}
