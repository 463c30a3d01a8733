package vn.congvu.gateway.overview;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Who is late, since when: the one screen of Home Affairs. And the way of everybody else to their own page. */
@Controller
class OverviewPage {
    private final Overviews overviews;

    OverviewPage(Services services) {
        overviews = services.client(Service.CASES, Overviews.class);
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
        return caller.has(Role.ADMIN) ? "redirect:/staff/admin" : "staff/home";
    }

    @GetMapping("/staff/overview")
    @PreAuthorize("hasRole('MONITOR')")
    String overview(Model model) {
        var overview = overviews.now();
        var agencies = overview.agencies() == null ? List.<Overviews.AgencyLine>of() : overview.agencies();
        model.addAttribute("overview", overview);
        model.addAttribute(
                "agencies",
                agencies.stream().filter(Overviews.AgencyLine::anything).toList());
        return "staff/overview";
    }
}
