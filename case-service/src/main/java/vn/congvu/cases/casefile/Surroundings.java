package vn.congvu.cases.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.contracts.Bilingual;

/** Gathers what decisions depend on, as it is now. */
@Component
class Surroundings {
    private final Clock clock;
    private final SlaPolicies policies;
    private final Directory directory;
    private final WorkCalendars calendars;

    Surroundings(Clock clock, SlaPolicies policies, Directory directory, WorkCalendars calendars) {
        this.clock = clock;
        this.policies = policies;
        this.directory = directory;
        this.calendars = calendars;
    }

    /** To the millisecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    DirectoryView today() {
        return directory.on(date());
    }

    LocalDate date() {
        return now().atZone(calendars.common().zone()).toLocalDate();
    }

    /** For a case that goes on under the policy it started with. */
    Circumstances of(CaseFile file, Bilingual by) {
        return under(policies.version(file.policy()), by);
    }

    /** For a case that begins. */
    Circumstances of(Instant receivedAt, Bilingual by) {
        return under(policies.inForce(receivedAt), by);
    }

    Circumstances under(SlaPolicy policy, Bilingual by) {
        return new Circumstances(
                now(), by, policy, today(), code -> code.equals("*") ? calendars.common() : calendars.of(code));
    }
}
