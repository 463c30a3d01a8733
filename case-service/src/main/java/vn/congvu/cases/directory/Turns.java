package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.Collection;

/** The days on which something begins or ends: between two of them every day is alike. */
final class Turns {
    private Turns() {}

    static void of(Object row, Collection<LocalDate> turns) {
        if (!(row instanceof Period period)) {
            return;
        }
        if (period.validFrom() instanceof LocalDate from) {
            turns.add(from);
        }
        if (period.validTo() instanceof LocalDate to) {
            turns.add(to.plusDays(1));
        }
        if (period instanceof Posting posting) {
            posting.leave().forEach(leave -> {
                turns.add(leave.from());
                turns.add(leave.to().plusDays(1));
            });
        }
    }
}
