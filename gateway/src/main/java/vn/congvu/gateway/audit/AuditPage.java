package vn.congvu.gateway.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.page.Times;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.Verification;
import vn.congvu.platform.audit.Verification.Head;

/** The audit trail as a page, and its verification. */
@Controller
@RequestMapping("/staff/audit")
@PreAuthorize("hasRole('AUDITOR')")
class AuditPage {
    private static final int SIZE = 50;
    /** Parts of a chain that one view of the page verifies; the page offers to go on. */
    private static final int PARTS = 10;

    private final AuditTrails trails;
    private final Times times;

    AuditPage(AuditTrails trails, Times times) {
        this.trails = trails;
        this.times = times;
    }

    /** What the form was filled with. */
    record Filter(String service, String actor, String action, String about, String from, String to) {}

    @GetMapping
    @Audited(AuditAction.AUDIT_READ)
    String show(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var first = date(from);
        var last = date(to);
        var asked = new AuditTrails.Asked(
                Chain.of(service).orElse(null),
                orNull(actor),
                AuditAction.of(action).orElse(null),
                orNull(about.replace(" ", "")),
                first == null ? null : times.at(first.atStartOfDay()),
                last == null ? null : times.at(last.plusDays(1).atStartOfDay()),
                SIZE);
        model.addAttribute("filter", new Filter(service, actor, action, about, from, to));
        model.addAttribute("page", trails.page(asked, cursor));
        model.addAttribute("actions", AuditAction.values());
        model.addAttribute("chains", List.of(Chain.values()));
        return "staff/audit";
    }

    /**
     * @param sequence of an end that was noted down
     * @param hash of the same
     */
    @GetMapping("/verification")
    @Audited(AuditAction.AUDIT_VERIFIED)
    String verify(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String sequence,
            @RequestParam(defaultValue = "") String hash,
            Model model) {
        var chosen = Chain.of(service);
        var known = chosen.isPresent() && sequence.strip().matches("\\d{1,18}") && !hash.isBlank()
                ? new Head(Long.parseLong(sequence.strip()), hash.strip())
                : null;
        var found = new ArrayList<Verification>();
        for (var chain : chosen.isPresent() ? List.of(chosen.get()) : List.of(Chain.values())) {
            found.add(walk(chain, chosen.isPresent() ? after : 0, known));
        }
        model.addAttribute("found", found);
        model.addAttribute("chosen", chosen.map(Chain::word).orElse(""));
        model.addAttribute("chains", List.of(Chain.values()));
        return "staff/audit-verification";
    }

    private Verification walk(Chain chain, long after, @Nullable Head known) {
        var part = trails.verify(chain, after, known);
        for (int more = 1; more < PARTS && part.intact() && !part.complete(); more++) {
            part = trails.verify(chain, part.to(), known);
        }
        return part;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
