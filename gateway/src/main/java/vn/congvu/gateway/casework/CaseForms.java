package vn.congvu.gateway.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.gateway.casework.CasePage.Trouble;
import vn.congvu.gateway.choice.Choices;

/** What the forms of a case's commands choose from. */
@Component
class CaseForms {
    /** {@code WITHDRAWN} is no conclusion that anybody draws. */
    private static final List<Finding> FINDINGS = List.of(
            Finding.SUBSTANTIATED,
            Finding.PARTLY_SUBSTANTIATED,
            Finding.NOT_SUBSTANTIATED,
            Finding.UNABLE_TO_ESTABLISH);

    /** Beginnings of answers, by the part of their message keys. */
    private static final List<String> ANSWERS = List.of("right", "partly", "wrong", "unclear");

    private static final List<String> SEVERITIES = List.of("NORMAL", "COMPLEX", "HIGH");

    private final Choices choices;

    CaseForms(Choices choices) {
        this.choices = choices;
    }

    void fill(Model model, CaseView view, Trouble trouble) {
        model.addAttribute("view", view);
        model.addAttribute("trouble", trouble);
        model.addAttribute("misconducts", choices.misconducts());
        model.addAttribute("agencies", choices.agencies());
        model.addAttribute("choices", choices);
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("findings", FINDINGS);
        model.addAttribute("measures", Measure.values());
        model.addAttribute("severities", SEVERITIES);
        model.addAttribute("answerModels", ANSWERS);
    }
}
