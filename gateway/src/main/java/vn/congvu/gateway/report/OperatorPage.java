package vn.congvu.gateway.report;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

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
}
