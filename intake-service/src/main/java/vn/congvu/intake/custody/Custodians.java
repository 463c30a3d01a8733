package vn.congvu.intake.custody;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Role;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.tracking.Progress;
import vn.congvu.intake.tracking.ProgressBook;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.Problem;

/** Who may not touch identities: nobody of an agency complained about, nobody who sorts or decides cases. */
@Component
public class Custodians {
    private final ProgressBook book;

    Custodians(ProgressBook book) {
        this.book = book;
    }

    /** Codes of the agencies that the reporter named, and that have or had a case of the report. */
    public List<String> accused(Complaint complaint) {
        var progress = book.of(complaint.id(), complaint.reference());
        return Stream.concat(
                        Stream.ofNullable(complaint.content().agencyCode()),
                        progress.cases().stream()
                                .map(Progress.CaseProgress::agency)
                                .filter(Objects::nonNull)
                                .map(AgencyRef::code))
                .distinct()
                .toList();
    }

    public static boolean isOutside(Caller caller, List<String> accused) {
        return caller.agencyCode() == null || !accused.contains(caller.agencyCode());
    }

    /** @throws Problem if the caller does */
    public static void refuseWhoDecidesCases(Caller caller) {
        if (caller.has(Role.AGENCY_HEAD) || caller.has(Role.AGENCY_OFFICER) || caller.has(Role.TRIAGE)) {
            throw CustodyProblems.decidesCases();
        }
    }
}
