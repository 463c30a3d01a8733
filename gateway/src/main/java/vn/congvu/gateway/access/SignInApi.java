package vn.congvu.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private static final Bilingual WRONG_CODE = new Bilingual(
            "Mã xác thực không đúng hoặc đã dùng rồi. Hãy đợi mã mới trong ứng dụng rồi gửi lại.",
            "The code is wrong or was used before. Wait for the next one in the app and send it again.");
    private static final Bilingual CODE = new Bilingual(
            "Tài khoản này cần mã xác thực. Hãy gửi lại kèm \"code\" từ ứng dụng xác thực.",
            "This account needs a second factor. Send it again with the \"code\" of the authenticator app.");
    private static final Bilingual ENROL = new Bilingual(
            "Tài khoản này chưa có xác thực hai bước. Hãy đăng nhập một lần tại /staff/sign-in để đăng ký.",
            "This account has no second factor yet. Sign in once at /staff/sign-in to enrol one.");

    private final PasswordCheck check;
    private final SecondFactors factors;
    private final SignIns signIns;
    private final AccessRecords records;

    SignInApi(PasswordCheck check, SecondFactors factors, SignIns signIns, AccessRecords records) {
        this.check = check;
        this.factors = factors;
        this.signIns = signIns;
        this.records = records;
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
                switch (check.check(username, password, "")) {
                    case PasswordCheck.Outcome.Right(Account known) -> known;
                    case PasswordCheck.Outcome.Wrong() -> throw new Problem(AccessProblems.SIGN_IN_FAILED, WRONG);
                    case PasswordCheck.Outcome.TooSoon(Duration wait) -> throw tooSoon(wait);
                };
        checkSecondFactor(account, typed.code());
        var started = signIns.start(account, Door.PROGRAM);
        return new Token(started.token(), started.endsAt(), account.roles());
    }

    private void checkSecondFactor(Account account, @Nullable String code) {
        if (factors.has(account)) {
            if (code == null || code.isBlank()) {
                throw new Problem(AccessProblems.CODE_NEEDED, CODE);
            }
            switch (factors.check(account, code)) {
                case SecondFactors.Outcome.Right() -> {}
                case SecondFactors.Outcome.Wrong() -> {
                    records.failed(Optional.of(account), "code");
                    throw new Problem(AccessProblems.SIGN_IN_FAILED, WRONG_CODE);
                }
                case SecondFactors.Outcome.TooSoon(Duration wait) -> throw tooSoon(wait);
            }
        } else if (factors.isNeededBy(account)) {
            throw new Problem(AccessProblems.CODE_NEEDED, ENROL);
        }
    }

    private static Problem tooSoon(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new Problem(
                AccessProblems.TOO_MANY_TRIES,
                new Bilingual(
                        "Đã thử quá nhiều lần. Hãy đợi " + seconds + " giây rồi thử lại.",
                        "There were too many tries. Wait " + seconds + " seconds and try again."));
    }
}
