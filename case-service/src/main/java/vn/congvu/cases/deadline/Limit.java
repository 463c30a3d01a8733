package vn.congvu.cases.deadline;

import java.time.Duration;

/** How long something may take. */
public sealed interface Limit {
    /** Whole working days after the day of (deemed) receipt; ends at the end of office hours of the last. */
    record WorkingDays(int days) implements Limit {
        public WorkingDays {
            notNegative(days);
        }
    }

    /** Time in which the office is open, from the moment of (deemed) receipt. */
    record WorkingTime(Duration time) implements Limit {
        public WorkingTime {
            if (time.isNegative()) {
                throw new IllegalArgumentException("a limit is not negative: " + time);
            }
        }
    }

    /**
     * Days of the calendar after the day of (deemed) receipt.
     *
     * @param endsOnWorkingDay whether a limit whose last day is a day off ends on the next working day (Civil Code 2015, art.
     *     148.5); otherwise it ends with that day off, at midnight
     */
    record CalendarDays(int days, boolean endsOnWorkingDay) implements Limit {
        public CalendarDays {
            notNegative(days);
        }

        public CalendarDays(int days) {
            this(days, true);
        }
    }

    private static void notNegative(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + days);
        }
    }
}
