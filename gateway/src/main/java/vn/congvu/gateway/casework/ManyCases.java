package vn.congvu.gateway.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** One command for many chosen cases. Each is decided on its own, and the page says what became of each. */
@Controller
class ManyCases {
    private static final int MOST = 100;

    private final Cases cases;
    private final Words words;

    ManyCases(Services services, Words words) {
        this.cases = services.client(Service.CASES, Cases.class);
        this.words = words;
    }

    /** @param said why not, absent where it was done */
    record Outcome(String id, String reference, @Nullable String said) {}

    /** @param chosen as {@code id:version:reference}, as the list showed them */
    @PostMapping("/staff/cases/many")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE')")
    String send(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam String command,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        var wanted = Command.of(command)
                .filter(Command::forMany)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var outcomes = new ArrayList<Outcome>();
        for (var one : chosen.stream().limit(MOST).toList()) {
            var parts = one.split(":", 3);
            if (parts.length == 3) {
                outcomes.add(send(wanted, parts[0], parts[1], parts[2], typed));
            }
        }
        model.addAttribute("command", wanted.path());
        model.addAttribute(
                "done",
                outcomes.stream().filter(outcome -> outcome.said() == null).toList());
        model.addAttribute(
                "refused",
                outcomes.stream().filter(outcome -> outcome.said() != null).toList());
        return "staff/many";
    }

    private Outcome send(
            Command command, String id, String version, String reference, MultiValueMap<String, String> typed) {
        var form = new LinkedMultiValueMap<>(typed);
        form.set("version", version);
        try {
            cases.command(id, command.path(), command.body(form));
            return new Outcome(id, reference, null);
        } catch (Refusal refusal) {
            var field = refusal.fields().isEmpty()
                    ? null
                    : refusal.fields().getFirst().message();
            var said = field == null ? refusal.detail() : field;
            return new Outcome(id, reference, said == null ? words.say("case.refused") : said);
        }
    }
}
