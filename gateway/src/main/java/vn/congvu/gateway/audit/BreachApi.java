package vn.congvu.gateway.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.problem.Problems;

/** Whose data a window of access touched, from the audit trail. */
@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize("hasRole('AUDITOR')")
@Tag(name = "Audit")
class BreachApi {
    private final BreachReports reports;

    BreachApi(BreachReports reports) {
        this.reports = reports;
    }

    @GetMapping("/breach-report")
    @Audited(AuditAction.AUDIT_READ)
    @Operation(
            summary = "Whose data was touched",
            description =
                    "Each report and dossier of which something was shown from `from` to before `to`, by `actor` or by anybody,"
                            + " most serious first; what was refused is only counted. The authority is told within 72 hours.")
    BreachReport report(
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable String actor) {
        return of(from, to, actor);
    }

    @GetMapping("/breach-report.csv")
    @Audited(AuditAction.AUDIT_READ)
    @Operation(summary = "The same for spreadsheets")
    ResponseEntity<String> file(
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable String actor) {
        return BreachFile.response(of(from, to, actor));
    }

    private BreachReport of(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to, @Nullable String actor) {
        Instant start = from == null ? null : from.toInstant();
        Instant end = to == null ? null : to.toInstant();
        if (start == null || end == null || !start.isBefore(end)) {
            throw Problems.invalid(
                    start == null ? "from" : "to",
                    "Hãy nêu khoảng thời gian: từ (from) trước đến (to).",
                    "Name the window: from lies before to.");
        }
        return AuditApi.ask(() -> reports.of(start, end, actor == null || actor.isBlank() ? null : actor.strip()));
    }
}
