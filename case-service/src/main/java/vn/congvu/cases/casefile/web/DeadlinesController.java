package vn.congvu.cases.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.casefile.CaseDesk;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.ClockNames;
import vn.congvu.cases.casefile.WhyThisDeadline;
import vn.congvu.cases.watch.Step;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.AuditedAnswer;

@RestController
@Tag(name = "Cases")
class DeadlinesController {
    private final CaseDesk desk;
    private final WhyThisDeadline why;
    private final Views views;

    DeadlinesController(CaseDesk desk, WhyThisDeadline why, Views views) {
        this.desk = desk;
        this.why = why;
        this.views = views;
    }

    /** @param policy version of the SLA policy the case runs under */
    record Deadlines(String caseId, String reference, String policy, List<ClockTrace> clocks)
            implements AuditedAnswer {}

    /**
     * @param trace why then, line by line
     * @param moments what happens when, and what has happened
     */
    record ClockTrace(
            SlaClock clock,
            Bilingual name,
            Watch.Condition condition,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant stoppedAt,
            boolean breached,
            boolean extended,
            List<Bilingual> trace,
            List<Moment> moments) {}

    record Moment(
            Step.Kind kind,
            int number,
            Instant at,
            @Nullable Instant doneAt,
            boolean announced) {}

    @Audited(AuditAction.CASE_READ)
    @GetMapping("/api/v1/cases/{id}/deadlines")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    @Operation(
            summary = "Why this deadline?",
            description = "Each clock with its limit, the days left out, and its moments.")
    Deadlines deadlines(@PathVariable String id, Caller caller) {
        var file = desk.get(id, caller);
        var clocks = file.watches().stream().map(w -> clock(file, w, caller)).toList();
        return new Deadlines(file.id(), file.reference(), file.policy(), clocks);
    }

    private ClockTrace clock(CaseFile file, Watch watch, Caller caller) {
        return new ClockTrace(
                watch.clock(),
                ClockNames.of(watch.clock()),
                watch.condition(),
                views.told(watch.startedAt(), caller),
                watch.dueAt(),
                stopped(watch, caller),
                watch.breached(),
                watch.extended(),
                why.trace(file, watch, CaseAccess.daysOnly(caller)),
                watch.steps().stream().map(s -> moment(s, caller)).toList());
    }

    private @Nullable Instant stopped(Watch watch, Caller caller) {
        var at = watch.stoppedAt();
        return at != null && watch.clock() == SlaClock.ACKNOWLEDGE ? views.told(at, caller) : at;
    }

    /** Parts of a limit give away the hour at which it began. */
    private Moment moment(Step step, Caller caller) {
        boolean part = step.kind() == Step.Kind.WARNING && step.number() < 100;
        var done = step.doneAt();
        return new Moment(
                step.kind(),
                step.number(),
                part ? views.told(step.at(), caller) : step.at(),
                part && done != null ? views.told(done, caller) : done,
                step.announced());
    }
}
