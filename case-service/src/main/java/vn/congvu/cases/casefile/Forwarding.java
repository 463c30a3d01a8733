package vn.congvu.cases.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseCommand.ForwardCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.Problems;

/** Finds the head behind the agency that somebody forwards to, and the office of whoever does it. */
@Component
public class Forwarding {
    static final Bilingual SECOND = new Bilingual(
            "Đã được chuyển một lần; lần thứ hai do Sở Nội vụ quyết định.",
            "It was passed on once before; the second time Home Affairs decides.");

    private final Reading reading;
    private final Surroundings surroundings;

    Forwarding(Reading reading, Surroundings surroundings) {
        this.reading = reading;
        this.surroundings = surroundings;
    }

    /** @throws vn.congvu.platform.problem.Problem 400 for an unknown agency, 422 where triage has no say any more */
    public ForwardCase forward(
            CaseFile file,
            Caller caller,
            String agencyCode,
            SealedText reason,
            @Nullable ComplaintKind kind,
            List<Misconduct> misconducts,
            @Nullable Severity severity) {
        boolean triage = file.state() == CaseState.TRIAGE;
        boolean competent = triage ? caller.has(Role.TRIAGE) : caller.has(Role.AGENCY_HEAD);
        if (!competent) {
            throw CaseProblems.refused(Refusal.NOT_IN_THIS_STATE);
        }
        var to = surroundings
                .today()
                .known(agencyCode)
                .orElseThrow(() -> Problems.invalid(
                        "agencyCode", "Không có cơ quan mang mã này.", "There is no agency of this code."));
        // whose head is accused must not get it back by a detour
        boolean accused = isHiddenFrom(file, to)
                || (file.handling() == null && file.report().accusesHead());
        var routing = !triage && file.transfers() > 0
                ? new Routing.ToTriage(List.of(SECOND), List.of(to))
                : reading.routeTo(agencyCode, file.report(), accused, triage ? 0 : file.transfers());
        return triage
                ? new ForwardCase(to.ref(), routing, reason, kind, misconducts, severity)
                : new ForwardCase(to.ref(), routing, reason, null, List.of(), null);
    }

    /** Also under a former name of it. */
    private boolean isHiddenFrom(CaseFile file, Agency to) {
        var hidden = file.lookup().hiddenFrom();
        return hidden.contains(to.code())
                || surroundings.today().heirs(to).stream().anyMatch(heir -> hidden.contains(heir.code()));
    }

    /** What histories call the caller's office; never a person. */
    public Bilingual office(Caller caller) {
        var title = caller.title();
        if (title != null && !title.isBlank()) {
            return new Bilingual(title, title);
        }
        var agency = caller.agencyCode();
        if (agency != null && caller.has(Role.AGENCY_HEAD)) {
            var head = surroundings.today().head(agency);
            if (head.isPresent()) {
                return new Bilingual(head.get().title(), head.get().title());
            }
        }
        if (caller.has(Role.AGENCY_HEAD)) {
            return new Bilingual("Người đứng đầu cơ quan", "The head of the agency");
        }
        return caller.has(Role.AGENCY_OFFICER)
                ? new Bilingual("Công chức được giao việc", "The officer in charge")
                : new Bilingual("Sở Nội vụ", "Home Affairs");
    }
}
