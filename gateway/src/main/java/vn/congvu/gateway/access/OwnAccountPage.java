package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.page.Words;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;

/** What one does with one's own account. Whatever lets somebody in later asks for the password first. */
@Controller
@RequestMapping("/staff/account")
@PreAuthorize("isAuthenticated()")
class OwnAccountPage {
    private static final String HERE = "redirect:/staff/account?done=";

    private final Accounts accounts;
    private final OwnPasswords passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final Words words;
    private final AccessRecords records;

    OwnAccountPage(
            Accounts accounts,
            OwnPasswords passwords,
            SecondFactors factors,
            Passkeys passkeys,
            SignIns signIns,
            SignInCookie cookie,
            Words words,
            AccessRecords records) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.cookie = cookie;
        this.words = words;
        this.records = records;
    }

    @GetMapping
    String show(Caller caller, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", "passkey".equals(done) || "removed".equals(done) ? done : null);
        return page(caller, model);
    }

    @PostMapping("/password")
    String password(
            Caller caller,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        var account = accounts.find(caller.subject());
        var refused = account.flatMap(own -> passwords.change(own, present, password));
        if (account.isEmpty() || refused.isPresent()) {
            return refused(caller, refused, response, model);
        }
        cookie.clear(response);
        return "redirect:/staff/sign-in?set";
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere(Caller caller, HttpServletResponse response) {
        records.signedOut(caller, "everywhere");
        signIns.endAllOf(caller.subject());
        cookie.clear(response);
        return "redirect:/staff/sign-in?out";
    }

    @PostMapping("/app")
    String offerApp(
            Caller caller, @RequestParam(defaultValue = "") String present, HttpServletResponse response, Model model) {
        var account = accounts.find(caller.subject());
        var refused = account.flatMap(own -> passwords.refuseStranger(own, present));
        if (account.isEmpty() || refused.isPresent()) {
            return refused(caller, refused, response, model);
        }
        return SecondFactorPage.offer(factors.offer(account.get()), model);
    }

    @PostMapping("/app/code")
    String enrolApp(
            Caller caller,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        var account = accounts.find(caller.subject());
        var recovery = account.flatMap(own -> {
            records.changing(own, AuditAction.SECOND_FACTOR_CHANGED, "app");
            return factors.enrol(own, field, code);
        });
        if (recovery.isPresent()) {
            model.addAttribute("recovery", recovery.get());
            return "staff/recovery";
        }
        if (account.isEmpty()) {
            return refused(caller, Optional.empty(), response, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", true);
        return SecondFactorPage.offer(factors.offerAgain(account.get(), field), model);
    }

    @PostMapping("/passkeys")
    String addPasskey(
            Caller caller,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String label,
            HttpServletResponse response,
            Model model) {
        var account = accounts.find(caller.subject());
        var refused = account.flatMap(own -> passwords.refuseStranger(own, present));
        if (account.isEmpty() || refused.isPresent()) {
            return refused(caller, refused, response, model);
        }
        records.changing(account.get(), AuditAction.SECOND_FACTOR_CHANGED, "new passkey");
        return passkeys.add(account.get().username(), field, answer, label)
                ? HERE + "passkey"
                : refused(caller, Optional.of(NOT_TAKEN), response, model);
    }

    @PostMapping("/passkeys/remove")
    String removePasskey(
            Caller caller,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String present,
            HttpServletResponse response,
            Model model) {
        var account = accounts.find(caller.subject());
        var refused = account.flatMap(own -> passwords.refuseStranger(own, present));
        if (account.isEmpty() || refused.isPresent()) {
            return refused(caller, refused, response, model);
        }
        records.changing(account.get(), AuditAction.SECOND_FACTOR_CHANGED, "passkey removed");
        passkeys.remove(caller.subject(), id);
        return HERE + "removed";
    }

    private String refused(Caller caller, Optional<Bilingual> why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", words.of(why.orElse(NO_ACCOUNT)));
        return page(caller, model);
    }

    private String page(Caller caller, Model model) {
        var account = accounts.find(caller.subject());
        model.addAttribute("local", account.isPresent());
        model.addAttribute("app", account.map(Account::totp).isPresent());
        model.addAttribute("keys", passkeys.of(caller.subject()));
        model.addAttribute(
                "passkey", account.map(own -> passkeys.offerNew(own.username())).orElse(null));
        return "staff/account";
    }

    private static final Bilingual NOT_TAKEN = new Bilingual(
            "Khóa truy cập chưa được lưu: trình duyệt đã hủy hoặc trang mở quá lâu. Hãy thử lại.",
            "The passkey was not kept: the browser gave up or the page was open too long. Try again.");
    private static final Bilingual NO_ACCOUNT = new Bilingual(
            "Tài khoản này do cổng định danh quản lý. Hãy đổi mật khẩu ở đó.",
            "This account is kept by the identity provider. Change the password there.");
}
