package vn.congvu.gateway.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.page.Times;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;

/** The breach report as a page. */
@Controller
@RequestMapping("/staff/audit")
@PreAuthorize("hasRole('AUDITOR')")
class BreachPage {
    private final BreachReports reports;
    private final Times times;

    BreachPage(BreachReports reports, Times times) {
        this.reports = reports;
        this.times = times;
    }

    /** What the form was filled with. */
    record Filter(String from, String to, String actor) {}

    /** @param from and to as clocks on the wall show them */
    @GetMapping("/breach")
    @Audited(AuditAction.AUDIT_READ)
    String show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String actor,
            Model model) {
        model.addAttribute("filter", new Filter(from, to, actor));
        var report = report(from, to, actor);
        model.addAttribute("report", report.orElse(null));
        model.addAttribute("wrong", report.isEmpty() && !(from + to).isBlank());
        return "staff/breach";
    }

    @GetMapping("/breach.csv")
    @Audited(AuditAction.AUDIT_READ)
    ResponseEntity<String> file(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String actor) {
        return report(from, to, actor).map(BreachFile::response).orElseGet(() -> ResponseEntity.badRequest()
                .build());
    }

    /** Empty where the window is none. */
    private Optional<BreachReport> report(String from, String to, String actor) {
        var start = moment(from);
        var end = moment(to);
        return start == null || end == null || !start.isBefore(end)
                ? Optional.empty()
                : Optional.of(reports.of(start, end, actor.isBlank() ? null : actor.strip()));
    }

    private @Nullable Instant moment(String typed) {
        try {
            return typed.isBlank() ? null : times.at(LocalDateTime.parse(typed.strip()));
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
