package vn.congvu.gateway.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.apology.LetterDrafts;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Dossiers of the one-stop counters by what is due first, and the form with which a head apologises and names a new date. */
@Controller
@RequestMapping("/staff/dossiers")
@PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'MONITOR')")
class DossierPage {
    private static final List<String> VIEWS = List.of("open", "due-soon", "overdue", "rescheduled", "ended");
    private static final int PAGE = 25;

    private final Dossiers dossiers;
    private final Choices choices;
    private final Words words;
    private final LetterDrafts letters;

    DossierPage(Services services, Choices choices, Words words, LetterDrafts letters) {
        this.dossiers = services.client(Service.CASES, Dossiers.class);
        this.choices = choices;
        this.words = words;
        this.letters = letters;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var shown = VIEWS.contains(view) ? view : VIEWS.getFirst();
        model.addAttribute("page", dossiers.list(shown, q.isBlank() ? null : q.strip(), cursor, PAGE));
        model.addAttribute("view", shown);
        model.addAttribute("views", VIEWS);
        model.addAttribute("q", q);
        return "staff/dossiers";
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String done,
            Caller caller,
            Model model) {
        model.addAttribute("done", done != null);
        return page(model, dossiers.get(code), caller, List.of(), "", "");
    }

    @PostMapping("/{code}/reschedule")
    @PreAuthorize("hasRole('AGENCY_HEAD')")
    String reschedule(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String newDueOn,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        try {
            dossiers.reschedule(code, body(version, reason, newDueOn));
            return "redirect:/staff/dossiers/" + UriUtils.encodePathSegment(code, "UTF-8") + "?done";
        } catch (Refusal refusal) {
            return refused(refusal, code, reason, newDueOn, caller, response, model);
        }
    }

    /** The letter that a new date would send, in a tab of its own, so that the form keeps what was typed. */
    @PostMapping("/{code}/reschedule/letter")
    @PreAuthorize("hasRole('AGENCY_HEAD')")
    Object letter(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String newDueOn,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        try {
            var date = dossiers.tryToReschedule(code, body(version, reason, newDueOn));
            var dossier = dossiers.get(code);
            return letters.letter(new LetterDrafts.Draft(
                    "DOSSIER",
                    dossier.code(),
                    dossier.agency().name(),
                    dossier.field(),
                    dossier.procedure(),
                    reason,
                    dossier.receivedAt(),
                    date.previousDueAt(),
                    date.dueAt()));
        } catch (Refusal refusal) {
            return refused(refusal, code, reason, newDueOn, caller, response, model);
        }
    }

    private static Map<String, Object> body(long version, String reason, String newDueOn) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("reason", reason);
        if (!newDueOn.isBlank()) {
            body.put("newDueOn", newDueOn);
        }
        return body;
    }

    private String refused(
            Refusal refusal,
            String code,
            String reason,
            String newDueOn,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        if (refusal.notFound()) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        return page(model, dossiers.get(code), caller, said(refusal), reason, newDueOn);
    }

    private List<String> said(Refusal refusal) {
        if (!refusal.fields().isEmpty()) {
            return refusal.fields().stream()
                    .map(field -> String.valueOf(field.message()))
                    .toList();
        }
        return List.of(refusal.detail() == null ? words.say("error.400.do") : refusal.detail());
    }

    private String page(
            Model model, Dossiers.Dossier dossier, Caller caller, List<String> said, String reason, String newDueOn) {
        model.addAttribute("dossier", dossier);
        model.addAttribute(
                "mayReschedule", caller.has(Role.AGENCY_HEAD) && (dossier.reschedulable() || !said.isEmpty()));
        model.addAttribute("said", said);
        model.addAttribute("fields", choices.fields());
        model.addAttribute("choices", choices);
        model.addAttribute("reason", reason);
        model.addAttribute("newDueOn", newDueOn);
        return "staff/dossier";
    }
}
