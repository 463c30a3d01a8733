package vn.congvu.gateway.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Cases by what is due first, in counted views. */
@Controller
class InboxPage {
    private static final List<String> VIEWS = List.of("inbox", "due-soon", "overdue", "waiting", "closed");
    private static final String TRIAGE = "triage";
    private static final int PAGE = 25;

    private final Cases cases;
    private final Choices choices;

    InboxPage(Services services, Choices choices) {
        this.cases = services.client(Service.CASES, Cases.class);
        this.choices = choices;
    }

    @GetMapping("/staff/cases")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    String inbox(
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Model model) {
        var shown = VIEWS.contains(view) || view.equals(TRIAGE) ? view : VIEWS.getFirst();
        return list("/staff/cases", shown, q, agency, cursor, caller, model);
    }

    /** What no rule could send to one agency. */
    @GetMapping("/staff/triage")
    @PreAuthorize("hasRole('TRIAGE')")
    String triage(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Model model) {
        return list("/staff/triage", TRIAGE, q, "", cursor, caller, model);
    }

    private String list(
            String path, String view, String q, String agency, @Nullable String cursor, Caller caller, Model model) {
        boolean everywhere = caller.has(Role.MONITOR) || caller.has(Role.TRIAGE);
        var page = cases.list(view, orNull(q), everywhere ? orNull(agency) : null, cursor, PAGE);
        model.addAttribute("path", path);
        model.addAttribute("page", page);
        model.addAttribute("view", view);
        model.addAttribute("views", VIEWS);
        model.addAttribute("q", q);
        model.addAttribute("agency", agency);
        model.addAttribute("agencies", everywhere && path.endsWith("cases") ? choices.agencies() : List.of());
        return "staff/cases";
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
