package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.page.Words;

/** Where an invited office sets its first password. */
@Controller
@RequestMapping("/staff/sign-in/invitation")
class InvitationPage {
    private final OwnPasswords passwords;
    private final Words words;

    InvitationPage(OwnPasswords passwords, Words words) {
        this.passwords = passwords;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    String form(Model model) {
        model.addAttribute("username", "");
        return "staff/invitation";
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    String take(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        var refused = passwords.takeInvitation(username, code, password);
        if (refused.isEmpty()) {
            return "redirect:/staff/sign-in?set";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("username", username);
        model.addAttribute("refused", words.of(refused.get()));
        return "staff/invitation";
    }
}
