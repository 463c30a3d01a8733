package vn.congvu.gateway.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.casework.CasePage.Trouble;
import vn.congvu.gateway.choice.Foretellings;
import vn.congvu.gateway.choice.Foretellings.Draft;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;

/** What no rule could send to one agency, with what the rules do know: who it might be, and what it might belong to. */
@Controller
class TriagePage {
    private static final int BESIDE = 3;

    private final Cases cases;
    private final Foretellings foretellings;
    private final CaseForms forms;
    private final Words words;

    TriagePage(Services services, CaseForms forms, Words words) {
        this.cases = services.client(Service.CASES, Cases.class);
        this.foretellings = services.client(Service.CASES, Foretellings.class);
        this.forms = forms;
        this.words = words;
    }

    /** @param why sent along when the suggestion is followed */
    record Suggestion(AgencyRef agency, String why) {}

    /** @param whole absent where it may not be read */
    record Beside(CaseView.Duplicate duplicate, @Nullable CaseView whole) {}

    @GetMapping("/staff/triage/{id:[0-9A-Za-z-]+}")
    @PreAuthorize("hasRole('TRIAGE')")
    String sort(@PathVariable String id, Model model) {
        var view = cases.get(id);
        if (!"TRIAGE".equals(view.state())) {
            return "redirect:/staff/cases/" + id;
        }
        forms.fill(model, view, Trouble.NONE);
        model.addAttribute("suggestions", suggestions(view));
        model.addAttribute(
                "beside",
                view.duplicates() == null
                        ? List.of()
                        : view.duplicates().stream()
                                .limit(BESIDE)
                                .map(duplicate -> new Beside(duplicate, whole(duplicate.id())))
                                .toList());
        return "staff/triage";
    }

    /** The agency that the rules would choose now, then those they can't choose between. */
    private List<Suggestion> suggestions(CaseView view) {
        try {
            var foretold = foretellings.foretell(new Draft(
                    view.text(),
                    view.kind(),
                    null,
                    view.agencyNamed(),
                    view.dossierCode(),
                    view.communeCode(),
                    view.field(),
                    view.accused() != null && view.accused().head()));
            List<AgencyRef> agencies = new ArrayList<>();
            if (foretold.agency() != null) {
                agencies.add(foretold.agency());
            }
            agencies.addAll(Objects.requireNonNullElse(foretold.candidates(), List.of()));
            var why = why(Objects.requireNonNullElse(foretold.reasons(), List.of()));
            return agencies.stream()
                    .distinct()
                    .map(agency -> new Suggestion(agency, why))
                    .toList();
        } catch (Refusal | ServiceAway unavailable) {
            // the desk is worth showing without them
            return List.of();
        }
    }

    private String why(List<Bilingual> reasons) {
        var said = String.join(" ", reasons.stream().map(words::of).toList());
        return said.isBlank() ? words.say("triage.why") : said;
    }

    private @Nullable CaseView whole(String id) {
        try {
            return cases.get(id);
        } catch (Refusal | ServiceAway notForUs) {
            return null;
        }
    }
}
