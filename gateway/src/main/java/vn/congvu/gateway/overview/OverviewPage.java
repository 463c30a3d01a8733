package vn.congvu.gateway.overview;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Who is late, since when: the one screen of Home Affairs. And the way of everybody else to their own page. */
@Controller
class OverviewPage {
    private final Overviews overviews;
    private final Choices choices;

    OverviewPage(Services services, Choices choices) {
        this.overviews = services.client(Service.CASES, Overviews.class);
        this.choices = choices;
    }

    @GetMapping("/staff")
    @PreAuthorize("isAuthenticated()")
    String home(Caller caller) {
        if (caller.has(Role.MONITOR)) {
            return "redirect:/staff/overview";
        }
        if (caller.has(Role.AGENCY_HEAD) || caller.has(Role.AGENCY_OFFICER)) {
            return "redirect:/staff/cases";
        }
        if (caller.has(Role.TRIAGE)) {
            return "redirect:/staff/triage";
        }
        if (caller.has(Role.OPERATOR)) {
            return "redirect:/staff/operator";
        }
        if (caller.has(Role.AUDITOR)) {
            return "redirect:/staff/audit";
        }
        if (caller.has(Role.CUSTODIAN)) {
            return "redirect:/staff/identity-requests";
        }
        return caller.has(Role.ADMIN) ? "redirect:/staff/admin" : "staff/home";
    }

    @GetMapping("/staff/overview")
    @PreAuthorize("hasRole('MONITOR')")
    String overview(
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to,
            Model model) {
        var overview = overviews.during(date(from), date(to));
        var trends = trends(overview.from(), overview.to());
        model.addAttribute("trends", trends);
        model.addAttribute("misconducts", choices.misconducts());
        model.addAttribute("choices", choices);
        var agencies = overview.agencies() == null ? List.<Overviews.AgencyLine>of() : overview.agencies();
        model.addAttribute("overview", overview);
        model.addAttribute(
                "agencies",
                agencies.stream().filter(Overviews.AgencyLine::anything).toList());
        return "staff/overview";
    }

    /** The page is worth showing without them. */
    private Overviews.@Nullable Trends trends(LocalDate from, LocalDate to) {
        try {
            return overviews.trends(from, to).fromTheFirst();
        } catch (Refusal | ServiceAway unavailable) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
