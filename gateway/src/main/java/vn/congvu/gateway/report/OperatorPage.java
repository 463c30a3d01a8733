package vn.congvu.gateway.report;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.ServiceAway;

/** The form of the clerk at the hotline: a call or a visit, and what to read out at its end. */
@Controller
@RequestMapping("/staff/operator")
class OperatorPage {
    private final Reports reports;
    private final FormView view;

    OperatorPage(Reports reports, FormView view) {
        this.reports = reports;
        this.view = view;
    }

    @GetMapping
    @PreAuthorize("hasRole('OPERATOR')")
    String form(HttpServletResponse response, Model model) {
        return view.empty("staff/operator", response, model);
    }

    @PostMapping
    @PreAuthorize("hasRole('OPERATOR')")
    String write(@ModelAttribute("form") ReportForm typed, HttpServletResponse response, Model model) {
        return view.send("staff/operator", typed, false, response, model, (form, text) -> {
            FormView.show(reports.write(form, text), model);
            return "staff/operator-receipt";
        });
    }

    /** What the caller reported before: the part of the page alone where a script asks, else the page as it was typed. */
    @PostMapping("/caller")
    @PreAuthorize("hasRole('OPERATOR')")
    String caller(
            @ModelAttribute("form") ReportForm typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var phone = typed.caller();
        if (phone != null && !phone.isBlank()) {
            model.addAttribute("asked", true);
            try {
                model.addAttribute("earlier", reports.earlier(phone));
            } catch (Refusal unreadable) {
                model.addAttribute("unreadable", unreadable.said());
            } catch (ServiceAway away) {
                model.addAttribute("away", true);
            }
        }
        return part ? "fragments/caller :: earlier" : view.again("staff/operator", typed, false, response, model);
    }
}
