package vn.congvu.gateway.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.access.SignIn.Door;
import vn.congvu.platform.problem.Problem;

/** How programs sign in. */
@RestController
@RequestMapping("/api/v1/sign-in")
class SignInApi {
    private static final Bilingual WRONG = new Bilingual(
            "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi thử lại.",
            "The username or the password is wrong. Check them and try again.");

    private final PasswordCheck check;
    private final SignIns signIns;

    SignInApi(PasswordCheck check, SignIns signIns) {
        this.check = check;
        this.signIns = signIns;
    }

    /** @param code the second factor, looked at only where the account has one */
    record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code) {}

    /** @param token for {@code Authorization: Bearer} */
    record Token(String token, Instant expiresAt, Set<Role> roles) {}

    @PostMapping
    @PreAuthorize("permitAll()")
    Token signIn(@RequestBody Credentials typed) {
        var username = typed.username() == null ? "" : typed.username();
        var password = typed.password() == null ? "" : typed.password();
        var account =
                check.check(username, password).orElseThrow(() -> new Problem(AccessProblems.SIGN_IN_FAILED, WRONG));
        var started = signIns.start(account, Door.PROGRAM);
        return new Token(started.token(), started.endsAt(), account.roles());
    }
}
