package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.access.ApiToken.Scope;
import vn.congvu.gateway.page.Words;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.Problem;

/** Where the administrator makes and revokes API tokens. */
@Controller
@RequestMapping("/staff/admin/tokens")
@PreAuthorize("hasRole('ADMIN')")
class ApiTokensPage {
    private final ApiTokens tokens;
    private final Words words;

    ApiTokensPage(ApiTokens tokens, Words words) {
        this.tokens = tokens;
        this.words = words;
    }

    @GetMapping
    String show(Model model) {
        return page(model, null);
    }

    @PostMapping
    String make(
            Caller administrator,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agencyCode,
            @RequestParam(defaultValue = "") Set<Scope> scopes,
            @RequestParam(defaultValue = "0") int days,
            HttpServletResponse response,
            Model model) {
        try {
            var agency = agencyCode.isBlank() ? null : agencyCode.strip();
            model.addAttribute("made", tokens.make(name, scopes, agency, days, administrator.subject()));
            return page(model, null);
        } catch (Problem refused) {
            response.setStatus(refused.type().status());
            return page(model, words.of(refused.detail()));
        }
    }

    @PostMapping("/revoke")
    String revoke(@RequestParam String id) {
        tokens.revoke(id);
        return "redirect:/staff/admin/tokens";
    }

    private String page(Model model, @Nullable String refused) {
        model.addAttribute("refused", refused);
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("scopes", Scope.values());
        return "staff/tokens";
    }
}
