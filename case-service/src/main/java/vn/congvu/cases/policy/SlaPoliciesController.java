package vn.congvu.cases.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.calendar.Foresight.Effects;
import vn.congvu.cases.calendar.PreviewProperties;
import vn.congvu.cases.policy.SlaPolicies.Version;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** The policy's versions. A version is never changed: whoever wants other limits makes a new one. */
@RestController
@RequestMapping("/api/v1/sla-policies")
class SlaPoliciesController {
    private final SlaPolicies policies;
    private final Clock clock;
    private final List<PolicyForesight> foresights;
    private final PreviewProperties preview;

    SlaPoliciesController(
            SlaPolicies policies, Clock clock, List<PolicyForesight> foresights, PreviewProperties preview) {
        this.policies = policies;
        this.clock = clock;
        this.foresights = foresights;
        this.preview = preview;
    }

    /** @param inForce whether cases received now start under it */
    record PolicyView(
            String id,
            boolean inForce,
            Instant createdAt,
            String createdBy,
            @JsonUnwrapped PolicyText policy) {}

    @NotAudited("settings of the system, no case")
    @GetMapping
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    List<PolicyView> all() {
        return policies.known().reversed().stream().map(this::view).toList();
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    PolicyView one(@PathVariable String id) {
        return policies.known().stream()
                .filter(version -> version.policy().id().equals(id))
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> Problems.notFound(
                        "Không có phiên bản chính sách này.", "There is no such version of the policy."));
    }

    @Audited(AuditAction.POLICY_CHANGED)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMIN')")
    PolicyView create(@RequestBody PolicyText draft, Caller caller) {
        while (true) {
            List<Version> known = policies.refresh();
            Version latest = known.getLast();
            PolicyText whole = draft.over(latest.policy(), clock.instant());
            String id = StoredPolicy.PREFIX + (known.size() + 1);
            check(id, whole, latest.policy());
            if (policies.add(known.size() + 1L, caller.subject(), whole)) {
                return one(id);
            }
        }
    }

    /** Nothing is stored. */
    @NotAudited("changes nothing")
    @PostMapping("/preview")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Which open deadlines this version would move if it applied to open cases",
            description = "Of very many it says how many it looked at, and that it is not complete.")
    Effects preview(@RequestBody PolicyText draft) {
        List<Version> known = policies.refresh();
        SlaPolicy latest = known.getLast().policy();
        PolicyText whole = draft.over(latest, clock.instant());
        String id = StoredPolicy.PREFIX + (known.size() + 1);
        var policy = check(id, whole, latest);
        return Effects.of(foresights, each -> each.ifPolicyWere(policy, preview.patience()));
    }

    private SlaPolicy check(String id, PolicyText whole, SlaPolicy latest) {
        PolicyCheck.Checked checked = PolicyCheck.of(id, whole);
        List<FieldProblem> problems = new ArrayList<>(checked.problems());
        Instant from = checked.policy().effectiveFrom();
        if (from.isBefore(clock.instant())) {
            problems.add(problem(
                    "Chính sách không có hiệu lực trở về trước; chọn thời điểm từ bây giờ.",
                    "A policy does not hold for the past; name a moment from now on."));
        } else if (from.isBefore(latest.effectiveFrom())) {
            problems.add(problem(
                    "Phiên bản " + latest.id() + " có hiệu lực từ " + latest.effectiveFrom()
                            + "; phiên bản mới không được sớm hơn.",
                    "Version " + latest.id() + " holds from " + latest.effectiveFrom()
                            + "; a new one does not begin before it."));
        }
        if (!problems.isEmpty()) {
            throw new Problem(
                    Problems.INVALID,
                    new Bilingual(
                            "Chính sách chưa hợp lệ. Hãy sửa phần được nêu rồi gửi lại.",
                            "The policy is not valid. Correct what is named and send it again."),
                    problems);
        }
        return checked.policy();
    }

    private PolicyView view(Version version) {
        SlaPolicy policy = version.policy();
        boolean inForce = policies.inForce(clock.instant()).id().equals(policy.id());
        return new PolicyView(policy.id(), inForce, version.createdAt(), version.createdBy(), PolicyText.of(policy));
    }

    private static FieldProblem problem(String vi, String en) {
        return new FieldProblem("effectiveFrom", new Bilingual(vi, en));
    }
}
