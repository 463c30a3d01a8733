package vn.congvu.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.audit.AuditAction;

/** How the owner of an account sets the password: first with the administrator's code, later with the old one. */
@Component
class OwnPasswords {
    private static final Bilingual WRONG_INVITATION = new Bilingual(
            "Tên đăng nhập hoặc mã mời không đúng, đã dùng rồi hoặc đã hết hạn. Hãy xin quản trị hệ thống mã mới.",
            "The username or the code is wrong, was used or has expired. Ask the administrator for a new code.");
    private static final Bilingual WRONG_PASSWORD =
            new Bilingual("Mật khẩu hiện tại không đúng.", "The present password is wrong.");

    private final Accounts accounts;
    private final Passwords passwords;
    private final Pace pace;
    private final SignIns signIns;
    private final AccessRecords records;
    private final Clock machineClock = Clock.systemUTC();

    OwnPasswords(Accounts accounts, Passwords passwords, Pace pace, SignIns signIns, AccessRecords records) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.pace = pace;
        this.signIns = signIns;
        this.records = records;
    }

    /** @return what is wrong, or nothing when the password is set */
    Optional<Bilingual> takeInvitation(String typedName, String code, String password) {
        var username = typedName.strip().toLowerCase(Locale.ROOT);
        var wait = pace.take("invitation:" + username);
        if (!wait.isZero()) {
            return Optional.of(tooSoon(wait));
        }
        var account = accounts.find(username).filter(known -> isInvited(known, code));
        if (account.isEmpty()) {
            records.failed(accounts.find(username), "invitation");
            return Optional.of(WRONG_INVITATION);
        }
        var bad = PasswordRules.refusal(password, username);
        pace.forget("invitation:" + username);
        if (bad.isEmpty()) {
            records.changing(account.get(), AuditAction.PASSWORD_CHANGED, "invitation");
            accounts.replace(account.get().withPassword(passwords.hash(password)));
        }
        return bad;
    }

    private boolean isInvited(Account account, String code) {
        var invitation = account.invitation();
        return account.enabled()
                && invitation != null
                && invitation.codeHash().equals(OneTimeCode.hash(code))
                && invitation.expiresAt().isAfter(Instant.now(machineClock));
    }

    /** Ends every sign-in of the account, this one too. */
    Optional<Bilingual> change(Account account, String present, String password) {
        var notOwner = refuseStranger(account, present);
        if (notOwner.isPresent()) {
            return notOwner;
        }
        var bad = PasswordRules.refusal(password, account.username());
        if (bad.isEmpty()) {
            records.changing(account, AuditAction.PASSWORD_CHANGED, "own");
            accounts.replace(account.withPassword(passwords.hash(password)));
            signIns.endAllOf(account.username());
        }
        return bad;
    }

    /** Asks again who sits there, before something that lets one in later. */
    Optional<Bilingual> refuseStranger(Account account, String present) {
        var whose = "own:" + account.username();
        var wait = pace.take(whose);
        if (!wait.isZero()) {
            return Optional.of(tooSoon(wait));
        }
        var hash = account.passwordHash();
        if (hash == null || !passwords.matches(present, hash)) {
            records.failed(Optional.of(account), "present password");
            return Optional.of(WRONG_PASSWORD);
        }
        pace.forget(whose);
        return Optional.empty();
    }

    private static Bilingual tooSoon(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new Bilingual(
                "Đã thử quá nhiều lần. Hãy đợi " + seconds + " giây rồi thử lại.",
                "There were too many tries. Wait " + seconds + " seconds and try again.");
    }
}
