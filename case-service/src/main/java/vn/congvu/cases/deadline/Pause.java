package vn.congvu.cases.deadline;

import java.time.Instant;

/** A time in which the clock stands still, such as waiting for the citizen: from this instant, up to but without that one. */
public record Pause(Instant from, Instant to) {
    public Pause {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it begins: " + from + " to " + to);
        }
    }
}
