package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.access.PasswordCheck.Outcome;
import vn.congvu.gateway.page.Kept;
import vn.congvu.platform.access.Caller;

/** How staff sign in and out. Every sign-in is a new token, so one that was planted before is worth nothing. */
@Controller
class SignInPage {
    /** Where a form lands that was sent without a sign-in or with an old CSRF token. */
    static final String INTERRUPTED = "/staff/sign-in/interrupted";

    private static final String HOME = "/staff";

    private final PasswordCheck check;
    private final Arrival arrival;
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final AccessRecords records;
    private final @Nullable String identityProvider;

    SignInPage(
            PasswordCheck check,
            Arrival arrival,
            SignIns signIns,
            SignInCookie cookie,
            AccessRecords records,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        this.check = check;
        this.arrival = arrival;
        this.signIns = signIns;
        this.cookie = cookie;
        this.records = records;
        identityProvider = registrations.getIfAvailable() instanceof InMemoryClientRegistrationRepository known
                ? OidcSignIn.START + "/" + known.iterator().next().getRegistrationId()
                : null;
    }

    @GetMapping("/staff/sign-in")
    @PreAuthorize("permitAll()")
    String form(@RequestParam(required = false) @Nullable String next, Model model) {
        return form(model, "", next);
    }

    @PostMapping("/staff/sign-in")
    @PreAuthorize("permitAll()")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (check.check(username, password, cookie.readMark(request))) {
            case Outcome.Right(Account account) ->
                "redirect:" + arrival.afterPassword(account, safe(next), request, response);
            case Outcome.Wrong() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("wrong", true);
                yield form(model, username, next);
            }
            case Outcome.TooSoon(Duration wait) -> {
                tooSoon(wait, response, model);
                yield form(model, username, next);
            }
        };
    }

    static void tooSoon(Duration wait, HttpServletResponse response, Model model) {
        long seconds = wait.toSeconds() + 1;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        model.addAttribute("wait", seconds);
    }

    @PostMapping("/staff/sign-out")
    @PreAuthorize("isAuthenticated()")
    String signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        records.signedOut(caller, "here");
        cookie.read(request).ifPresent(signIns::end);
        cookie.clear(response);
        return "redirect:/staff/sign-in?out";
    }

    /** Says what happened and gives back the words that came with the form. */
    @RequestMapping(INTERRUPTED)
    @PreAuthorize("permitAll()")
    String interrupted(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("interrupted", true);
        model.addAttribute("kept", Kept.words(request));
        return form(model, "", request.getHeader("Referer") == null ? null : pathOf(request.getHeader("Referer")));
    }

    private String form(Model model, String username, @Nullable String next) {
        model.addAttribute("username", username);
        model.addAttribute("identityProvider", identityProvider);
        model.addAttribute("next", next == null ? "" : safe(next));
        return "staff/sign-in";
    }

    private static String pathOf(String referer) {
        int host = referer.indexOf("//");
        int path = host < 0 ? -1 : referer.indexOf('/', host + 2);
        return path < 0 ? HOME : referer.substring(path);
    }

    /** Only back to a staff page of our own: never to an address that somebody put into a link. */
    private static String safe(@Nullable String next) {
        return next != null
                        && next.startsWith("/staff/")
                        && !next.contains("\\")
                        && !next.contains("..")
                        && !next.startsWith("/staff/sign-")
                        && next.chars().allMatch(c -> c > ' ' && c < 127)
                ? next
                : HOME;
    }
}
