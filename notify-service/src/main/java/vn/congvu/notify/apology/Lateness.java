package vn.congvu.notify.apology;

import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;

/** How late a result was, in words: in working days where they were counted, else in begun days of the calendar. */
final class Lateness {
    private Lateness() {}

    static Bilingual words(long seconds, @Nullable Integer workingDays) {
        if (seconds <= 0) {
            return new Bilingual("đúng hạn", "in time");
        }
        if (workingDays == null) {
            long days = Apology.begunDays(seconds);
            return new Bilingual("chậm " + days + " ngày", days + (days == 1 ? " day late" : " days late"));
        }
        return workingDays == 0
                ? new Bilingual("chậm dưới 1 ngày làm việc", "less than one working day late")
                : new Bilingual(
                        "chậm " + workingDays + " ngày làm việc",
                        workingDays + (workingDays == 1 ? " working day late" : " working days late"));
    }
}
