package vn.congvu.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.contracts.Bilingual;

/**
 * What a decision depends on besides the case and the command.
 *
 * @param by whose decision it is, as the history calls the office
 * @param policy the version the case runs under
 * @param directory of the day
 * @param calendars the office hours of an agency, by its code
 */
public record Circumstances(
        Instant now,
        Bilingual by,
        SlaPolicy policy,
        DirectoryView directory,
        Function<String, WorkCalendar> calendars) {
    static final Bilingual SYSTEM = new Bilingual("Hệ thống", "The system");
    static final Bilingual REPORTER = new Bilingual("Người phản ánh", "The reporter");

    /** The office hours that a case counts with; those common to all while nobody has it. */
    WorkCalendar calendar(@Nullable Handling handling) {
        return calendars.apply(handling == null ? "*" : handling.head().agencyCode());
    }

    LocalDate day(WorkCalendar calendar) {
        return now.atZone(calendar.zone()).toLocalDate();
    }

    Circumstances as(Bilingual other) {
        return new Circumstances(now, other, policy, directory, calendars);
    }
}
