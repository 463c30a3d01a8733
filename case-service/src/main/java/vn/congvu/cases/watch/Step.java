package vn.congvu.cases.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the life of a clock at which somebody must be told or something must happen.
 *
 * @param number percent of a {@link Kind#WARNING}, rung of a {@link Kind#LADDER}, else 0
 * @param doneAt when it was dealt with, absent while it lies ahead
 * @param announced whether somebody was told; a warning that came too late to help is done without
 */
public record Step(
        Kind kind, int number, Instant at, @Nullable Instant doneAt, boolean announced) {
    static Step ahead(Kind kind, int number, Instant at) {
        return new Step(kind, number, at, null, false);
    }

    boolean open() {
        return doneAt == null;
    }

    Step movedTo(Instant later) {
        return new Step(kind, number, later, doneAt, announced);
    }

    Step done(Instant now, boolean told) {
        return new Step(kind, number, at, now, told);
    }

    boolean same(Step other) {
        return kind == other.kind && number == other.number;
    }

    /** In the order in which they happen where they share a moment. */
    public enum Kind {
        /** Part of the limit has passed. */
        WARNING,
        /** The limit passed without what it asks for. */
        BREACH,
        /** Still not done: the next office up. */
        LADDER,
        /** A window closes; nobody is late. */
        END
    }
}
