package vn.congvu.cases.deadline;

import java.time.Duration;

/**
 * How much of a limit is used, or left.
 *
 * @param workingTime time in which the office was open and the clock ran
 * @param workingDays working days, counted as a limit in working days counts them
 */
public record Elapsed(Duration workingTime, int workingDays) {
    static final Elapsed NOTHING = new Elapsed(Duration.ZERO, 0);
}
