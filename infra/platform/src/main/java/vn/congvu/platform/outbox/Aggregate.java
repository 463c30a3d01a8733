package vn.congvu.platform.outbox;

/**
 * A document that changes as a whole and tells others about it. Stored and changed through {@link Aggregates} only, which keeps
 * the fields {@code outbox} and {@code applied} in the same document; a persistent {@code revision} must be one of its own.
 */
public interface Aggregate {
    String id();

    Revision revision();

    /** What people and logs call it: a complaint's reference, a dossier's code. */
    String correlationId();
}
