package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.access.SecondFactors.Outcome;
import vn.congvu.gateway.page.QrCode;
import vn.congvu.platform.audit.AuditAction;

/** The second step of a sign-in: a code, a passkey, or enrolling one's first authenticator app. */
@Controller
@RequestMapping("/staff/sign-in")
@PreAuthorize("permitAll()")
class SecondFactorPage {
    private static final String AGAIN = "redirect:/staff/sign-in";

    private final SignIns signIns;
    private final SignInCookie cookie;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Arrival arrival;
    private final AccessRecords records;

    SecondFactorPage(
            SignIns signIns,
            SignInCookie cookie,
            SecondFactors factors,
            Passkeys passkeys,
            Arrival arrival,
            AccessRecords records) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.factors = factors;
        this.passkeys = passkeys;
        this.arrival = arrival;
        this.records = records;
    }

    private record Half(String token, Account account) {}

    @GetMapping("/code")
    String ask(HttpServletRequest request, Model model) {
        return half(request).map(half -> ask(half, model)).orElse(AGAIN);
    }

    @PostMapping("/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var half = half(request);
        if (half.isEmpty()) {
            return AGAIN;
        }
        return switch (factors.check(half.get().account(), code)) {
            case Outcome.Right() -> in(half.get(), request, response);
            case Outcome.Wrong() -> wrong(half.get(), "code", response, model);
            case Outcome.TooSoon(Duration wait) -> {
                SignInPage.tooSoon(wait, response, model);
                yield ask(half.get(), model);
            }
        };
    }

    @PostMapping("/passkey")
    String passkey(
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var half = half(request);
        if (half.isEmpty()) {
            return AGAIN;
        }
        return passkeys.isRight(half.get().account().username(), half.get().token(), field, answer)
                ? in(half.get(), request, response)
                : wrong(half.get(), "passkey", response, model);
    }

    @GetMapping("/enrolment")
    String enrol(HttpServletRequest request, Model model) {
        return unenrolled(request)
                .map(half -> offer(factors.offer(half.account()), model))
                .orElse(AGAIN);
    }

    @PostMapping("/enrolment")
    String enrol(
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var half = unenrolled(request);
        if (half.isEmpty()) {
            return AGAIN;
        }
        var account = half.get().account();
        records.changing(account, AuditAction.SECOND_FACTOR_CHANGED, "app");
        var recovery = factors.enrol(account, field, code);
        if (recovery.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", true);
            return offer(factors.offerAgain(account, field), model);
        }
        arrival.letIn(account, request, response);
        model.addAttribute("recovery", recovery.get());
        return "staff/recovery";
    }

    private Optional<Half> half(HttpServletRequest request) {
        return cookie.read(request).flatMap(token -> signIns.findHalf(token).map(account -> new Half(token, account)));
    }

    /** Whoever has a second factor must show it, and can't replace it here. */
    private Optional<Half> unenrolled(HttpServletRequest request) {
        return half(request).filter(half -> !factors.has(half.account()));
    }

    private String in(Half half, HttpServletRequest request, HttpServletResponse response) {
        arrival.letIn(half.account(), request, response);
        return "redirect:/staff";
    }

    private String wrong(Half half, String step, HttpServletResponse response, Model model) {
        records.failed(Optional.of(half.account()), step);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("wrong", true);
        return ask(half, model);
    }

    private String ask(Half half, Model model) {
        var username = half.account().username();
        model.addAttribute("app", half.account().totp() != null);
        model.addAttribute("passkey", passkeys.has(username) ? passkeys.ask(username, half.token()) : null);
        return "staff/code";
    }

    static String offer(SecondFactors.Offer offer, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("qr", QrCode.of(offer.address()));
        return "staff/enrolment";
    }
}
