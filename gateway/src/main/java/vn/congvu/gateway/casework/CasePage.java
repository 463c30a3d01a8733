package vn.congvu.gateway.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;

/** One case, and a form for everything that may be done with it now. */
@Controller
@RequestMapping("/staff/cases/{id:[0-9A-Za-z-]+}")
@PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
class CasePage {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    /** {@code WITHDRAWN} is no conclusion that anybody draws. */
    private static final List<Finding> FINDINGS = List.of(
            Finding.SUBSTANTIATED,
            Finding.PARTLY_SUBSTANTIATED,
            Finding.NOT_SUBSTANTIATED,
            Finding.UNABLE_TO_ESTABLISH);

    /** Beginnings of answers, by the part of their message keys. */
    private static final List<String> ANSWERS = List.of("right", "partly", "wrong", "unclear");

    private static final List<String> SEVERITIES = List.of("NORMAL", "COMPLEX", "HIGH");

    private final Cases cases;
    private final Choices choices;

    CasePage(Services services, Choices choices) {
        this.cases = services.client(Service.CASES, Cases.class);
        this.choices = choices;
    }

    @GetMapping
    String show(@PathVariable String id, @RequestParam(required = false) @Nullable String done, Model model) {
        var deed = done == null ? null : Command.of(done).map(Command::path).orElse(null);
        model.addAttribute("done", deed);
        return page(model, cases.get(id), null);
    }

    /**
     * Sends a command. A refusal, or a case that somebody changed meanwhile, shows the case as it is now with everything that
     * was typed.
     */
    @PostMapping("/{command}")
    String send(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        var wanted = Command.of(command).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            cases.command(id, wanted.path(), wanted.body(typed));
            return "redirect:/staff/cases/" + id + "?done=" + wanted.path();
        } catch (Refusal refusal) {
            if (refusal.notFound()) {
                throw refusal;
            }
            response.setStatus(refusal.status());
            var present = present(refusal).orElseGet(() -> cases.get(id));
            return page(model, present, Trouble.of(wanted, refusal, typed));
        }
    }

    /**
     * Why a command was not carried out.
     *
     * @param stale somebody else was faster
     * @param said by the service, in the language of the page
     * @param typed every input as it was
     */
    record Trouble(String command, boolean stale, List<String> said, Map<String, List<String>> typed) {
        static Trouble of(Command command, Refusal refusal, MultiValueMap<String, String> typed) {
            List<String> said = new ArrayList<>();
            if (refusal.fields().isEmpty() && refusal.detail() != null) {
                said.add(refusal.detail());
            }
            refusal.fields().stream()
                    .map(field -> String.valueOf(field.message()))
                    .forEach(said::add);
            return new Trouble(command.path(), refusal.stale(), said, typed);
        }

        /** The words for an input of this command's form, empty in the forms of others. */
        public String words(String ofCommand, String input) {
            var values = command.equals(ofCommand) ? typed.getOrDefault(input, List.of()) : List.<String>of();
            return values.isEmpty() ? "" : values.getFirst();
        }

        public boolean chosen(String ofCommand, String input, String value) {
            return command.equals(ofCommand)
                    && typed.getOrDefault(input, List.of()).contains(value);
        }
    }

    /** A stale command comes back with the case as it is now. */
    private static Optional<CaseView> present(Refusal refusal) {
        return Optional.ofNullable(refusal.more().get("present"))
                .map(present -> LENIENT.convertValue(present, CaseView.class));
    }

    private String page(Model model, CaseView view, @Nullable Trouble trouble) {
        model.addAttribute("view", view);
        model.addAttribute("trouble", trouble == null ? new Trouble("", false, List.of(), Map.of()) : trouble);
        model.addAttribute("deadlines", deadlines(view));
        model.addAttribute("misconducts", choices.misconducts());
        model.addAttribute("agencies", choices.agencies());
        model.addAttribute("choices", choices);
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("findings", FINDINGS);
        model.addAttribute("measures", Measure.values());
        model.addAttribute("severities", SEVERITIES);
        model.addAttribute("answerModels", ANSWERS);
        return "staff/case";
    }

    /** The page is worth showing without them. */
    private @Nullable CaseDeadlines deadlines(CaseView view) {
        try {
            return cases.deadlines(view.id());
        } catch (Refusal | ServiceAway unavailable) {
            return null;
        }
    }
}
