package vn.congvu.gateway.deadline;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.page.Times;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Days off and worked days, a year at a glance. What a change would move is shown before it is made. */
@Controller
@RequestMapping("/staff/calendar")
class CalendarPage {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int CHANGES_SHOWN = 10;

    private final Calendars calendars;
    private final Times times;
    private final Words words;

    CalendarPage(Services services, Times times, Words words) {
        this.calendars = services.client(Service.CASES, Calendars.class);
        this.times = times;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) @Nullable String done,
            Caller caller,
            Model model) {
        int shown = Math.clamp(
                day != null
                        ? day.getYear()
                        : year != null ? year : times.today().getYear(),
                FIRST_YEAR,
                LAST_YEAR);
        var days = calendars.days(shown);
        var special = days.days().stream()
                .filter(one -> one.date().equals(day))
                .findFirst()
                .orElse(null);
        model.addAttribute("done", "day".equals(done));
        return page(model, caller, days, shown, DayForm.of(day, special));
    }

    @PostMapping("/preview")
    @PreAuthorize("hasRole('ADMIN')")
    String preview(@ModelAttribute DayForm form, HttpServletResponse response, Caller caller, Model model) {
        return tried(form, response, caller, model, () -> {
            model.addAttribute("effects", calendars.preview(form.change()));
            return page(model, caller, form);
        });
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    String change(@ModelAttribute DayForm form, HttpServletResponse response, Caller caller, Model model) {
        return tried(form, response, caller, model, () -> {
            calendars.change(form.change());
            return "redirect:/staff/calendar?day=" + form.date() + "&done=day";
        });
    }

    private interface Step {
        String view();
    }

    /** What was typed stays, whatever is wrong with it. */
    private String tried(DayForm form, HttpServletResponse response, Caller caller, Model model, Step step) {
        var wrong = form.wrong();
        if (wrong != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("said", List.of(words.say(wrong)));
            return page(model, caller, form);
        }
        try {
            return step.view();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            model.addAttribute("said", refusal.said());
            return page(model, caller, form);
        }
    }

    private String page(Model model, Caller caller, DayForm form) {
        int shown = Math.clamp(form.first().orElseGet(times::today).getYear(), FIRST_YEAR, LAST_YEAR);
        return page(model, caller, calendars.days(shown), shown, form);
    }

    private String page(Model model, Caller caller, Calendars.Year days, int shown, DayForm form) {
        model.addAttribute("plan", YearPlan.of(shown, days.days()));
        model.addAttribute("special", days.days());
        model.addAttribute("form", form);
        model.addAttribute("today", times.today());
        model.addAttribute("edits", caller.has(Role.ADMIN));
        model.addAttribute(
                "changes", calendars.changes().stream().limit(CHANGES_SHOWN).toList());
        return "staff/calendar";
    }
}
