package vn.congvu.gateway.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** From a figure of the overview to the cases it stands for. */
@Controller
class BehindFiguresPage {
    private static final int PAGE = 25;

    private final Figures figures;
    private final Choices choices;

    /** The case-service's cases behind a figure. */
    interface Figures {
        @GetExchange("/api/v1/overview/cases")
        Cases.Listed behind(
                @RequestParam LocalDate from,
                @RequestParam LocalDate to,
                @RequestParam(required = false) @Nullable String misconduct,
                @RequestParam(required = false) @Nullable String channel,
                @RequestParam(required = false) @Nullable String agency,
                @RequestParam(required = false) @Nullable String solved,
                @RequestParam(required = false) @Nullable String cursor,
                @RequestParam int size);
    }

    BehindFiguresPage(Services services, Choices choices) {
        this.figures = services.client(Service.CASES, Figures.class);
        this.choices = choices;
    }

    /** Addresses of the overview; whoever types a date that is none comes back to it. */
    @GetMapping("/staff/overview/cases")
    @PreAuthorize("hasRole('MONITOR')")
    String behind(
            @RequestParam(name = "tu", defaultValue = "") String typedFrom,
            @RequestParam(name = "den", defaultValue = "") String typedTo,
            @RequestParam(name = "hanh-vi", required = false) @Nullable String misconduct,
            @RequestParam(name = "kenh", required = false) @Nullable String channel,
            @RequestParam(name = "co-quan", required = false) @Nullable String agency,
            @RequestParam(name = "danh-gia", required = false) @Nullable String solved,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var from = date(typedFrom);
        var to = date(typedTo);
        if (from == null || to == null) {
            return "redirect:/staff/overview";
        }
        model.addAttribute("page", figures.behind(from, to, misconduct, channel, agency, solved, cursor, PAGE));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("misconduct", misconduct);
        model.addAttribute(
                "misconductName", misconduct == null ? null : choices.nameOf(choices.misconducts(), misconduct));
        model.addAttribute("channel", channel);
        model.addAttribute("solved", solved);
        model.addAttribute("agency", agency);
        model.addAttribute("agencyName", agency == null ? null : choices.nameOf(choices.agencies(), agency));
        return "staff/behind";
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
