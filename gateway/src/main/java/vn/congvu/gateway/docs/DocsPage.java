package vn.congvu.gateway.docs;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The API for people: its description in a browser, and what each problem means. */
@Controller
class DocsPage {
    /** The kinds of refusal that pages explain; another one gets the general page. */
    static final List<String> SLUGS = List.of(
            "malformed",
            "invalid",
            "invalid-submission",
            "idempotency-key-reused",
            "bad-idempotency-key",
            "unknown-reference-or-code",
            "not-possible-now",
            "sign-in",
            "sign-in-failed",
            "forbidden",
            "not-found",
            "method",
            "media-type",
            "stale",
            "command-refused",
            "too-large",
            "away",
            "fault");

    @GetMapping("/docs")
    @PreAuthorize("permitAll()")
    String docs() {
        return "docs";
    }

    @GetMapping("/problems")
    @PreAuthorize("permitAll()")
    String problems(Model model) {
        model.addAttribute("slugs", SLUGS);
        return "problems";
    }

    @GetMapping("/problems/{slug:[a-z0-9-]{1,60}}")
    @PreAuthorize("permitAll()")
    String problem(@PathVariable String slug, Model model) {
        var shown = SLUGS.contains(slug) ? slug : "other";
        model.addAttribute("slug", slug);
        model.addAttribute("shown", shown);
        return "problem";
    }
}
