package vn.congvu.gateway.deadline;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import vn.congvu.gateway.deadline.Policies.Version;
import vn.congvu.gateway.page.Times;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** The limits in force, every version before them, and the next one: typed, tried, made. */
@Controller
@RequestMapping("/staff/policies")
class PoliciesPage {
    private static final List<String> UNITS = List.of("days", "hours", "calendar");

    private final Policies policies;
    private final Times times;
    private final Words words;

    PoliciesPage(Services services, Times times, Words words) {
        this.policies = services.client(Service.CASES, Policies.class);
        this.times = times;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    String show(@RequestParam(required = false) @Nullable String done, Caller caller, Model model) {
        var versions = policies.all();
        model.addAttribute("done", "version".equals(done));
        return page(model, caller, versions, PolicyForm.over(versions.getFirst()));
    }

    /** A preview first; {@code step=make} makes the version. What was typed stays, whatever is wrong with it. */
    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    String next(
            @ModelAttribute PolicyForm form,
            @RequestParam(defaultValue = "preview") String step,
            HttpServletResponse response,
            Caller caller,
            Model model) {
        var versions = policies.all();
        var latest = versions.getFirst();
        if (form.stale(latest)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("said", List.of(words.say("policies.stale", latest.id())));
            return page(model, caller, versions, PolicyForm.over(latest));
        }
        try {
            var draft = form.draft(latest, times);
            if ("make".equals(step)) {
                policies.create(draft);
                return "redirect:/staff/policies?done=version";
            }
            model.addAttribute("effects", policies.preview(draft));
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            model.addAttribute("said", refusal.said());
        } catch (NumberFormatException noNumber) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("said", List.of(words.say("policies.wrong.number")));
        } catch (DateTimeException noMoment) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("said", List.of(words.say("policies.wrong.from")));
        }
        return page(model, caller, versions, form);
    }

    /** The newest version stands first. */
    private String page(Model model, Caller caller, List<Version> versions, PolicyForm form) {
        model.addAttribute("versions", versions);
        model.addAttribute("latest", versions.getFirst());
        model.addAttribute(
                "inForce",
                versions.stream().filter(Version::inForce).findFirst().orElse(versions.getLast()));
        model.addAttribute("form", form);
        model.addAttribute("units", UNITS);
        model.addAttribute("edits", caller.has(Role.ADMIN));
        return "staff/policies";
    }
}
