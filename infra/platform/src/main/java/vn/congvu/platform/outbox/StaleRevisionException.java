package vn.congvu.platform.outbox;

/** Somebody else changed the aggregate since it was read: read it again and decide again. */
public class StaleRevisionException extends RuntimeException {
    public StaleRevisionException(Aggregate stale) {
        super(stale.getClass().getSimpleName() + " " + stale.id() + " changed since version "
                + stale.revision().version());
    }
}
