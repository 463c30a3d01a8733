package vn.congvu.platform.outbox;

/**
 * How far an aggregate has come.
 *
 * @param version counts its writes and guards each against a concurrent one
 * @param sequence of its last event; events of an aggregate are numbered from 1 without gaps
 */
public record Revision(long version, long sequence) {
    /** Of an aggregate that is not stored yet. */
    public static Revision none() {
        return new Revision(0, 0);
    }
}
