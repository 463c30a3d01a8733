package vn.congvu.gateway.casework;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.congvu.contracts.Role;
import vn.congvu.gateway.apology.LetterDrafts;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** One case, and a form for everything that may be done with it now. */
@Controller
@RequestMapping("/staff/cases/{id:[0-9A-Za-z-]+}")
@PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
class CasePage {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Cases cases;
    private final CaseForms forms;
    private final LetterDrafts letters;

    CasePage(Services services, CaseForms forms, LetterDrafts letters) {
        this.cases = services.client(Service.CASES, Cases.class);
        this.forms = forms;
        this.letters = letters;
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
            Caller caller,
            HttpServletResponse response,
            Model model) {
        var wanted = Command.of(command).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            var after = cases.command(id, wanted.path(), wanted.body(typed));
            boolean sorted = caller.has(Role.TRIAGE) && wanted.endsTriage();
            return sorted
                    ? "redirect:/staff/triage?done=" + wanted.path() + "&of=" + after.reference() + undo(wanted, after)
                    : "redirect:/staff/cases/" + id + "?done=" + wanted.path();
        } catch (Refusal refusal) {
            return refused(id, wanted, refusal, typed, response, model);
        }
    }

    /**
     * The apology that an extension would send, in a tab of its own, so that the form keeps what was typed. What would refuse the
     * extension refuses this.
     */
    @PostMapping("/extend/letter")
    @PreAuthorize("hasRole('AGENCY_HEAD')")
    Object letter(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        try {
            var body = Command.EXTEND.body(typed);
            var extension = cases.tryToExtend(id, body);
            var view = cases.get(id);
            return letters.letter(new LetterDrafts.Draft(
                    "CASE",
                    view.reference(),
                    extension.agency().name(),
                    null,
                    null,
                    String.valueOf(body.get("reason")),
                    view.receivedAt(),
                    extension.previousDueAt(),
                    extension.dueAt()));
        } catch (Refusal refusal) {
            return refused(id, Command.EXTEND, refusal, typed, response, model);
        }
    }

    /** What the list needs to take a merge back at once. */
    private static String undo(Command done, CaseView after) {
        return done == Command.MERGE && after.can(Command.UNMERGE.path())
                ? "&id=" + after.id() + "&version=" + after.version()
                : "";
    }

    private String refused(
            String id,
            Command wanted,
            Refusal refusal,
            MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        if (refusal.notFound()) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        var present = present(refusal).orElseGet(() -> cases.get(id));
        return page(model, present, Trouble.of(wanted, refusal, typed));
    }

    /**
     * Why a command was not carried out.
     *
     * @param stale somebody else was faster
     * @param said by the service, in the language of the page
     * @param typed every input as it was
     */
    record Trouble(String command, boolean stale, List<String> said, Map<String, List<String>> typed) {
        static final Trouble NONE = new Trouble("", false, List.of(), Map.of());

        static Trouble of(Command command, Refusal refusal, MultiValueMap<String, String> typed) {
            return new Trouble(command.path(), refusal.stale(), refusal.said(), typed);
        }

        /** The words for an input of this command's form, empty in the forms of others. */
        public String words(String ofCommand, String input) {
            var values = command.equals(ofCommand) ? typed.getOrDefault(input, List.of()) : List.<String>of();
            return values.isEmpty() ? "" : values.getFirst();
        }

        /** The answer that stands in the form: what was refused, or else the draft. */
        public Trouble answering(CaseView view) {
            boolean ofAnswer = command.equals("answer") || command.equals("draft");
            var draft = view.draft();
            return ofAnswer
                    ? new Trouble("answer", stale, said, typed)
                    : new Trouble("answer", false, List.of(), draft == null ? Map.of() : draft.typed());
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
        forms.fill(model, view, trouble == null ? Trouble.NONE : trouble);
        model.addAttribute("deadlines", deadlines(view));
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
