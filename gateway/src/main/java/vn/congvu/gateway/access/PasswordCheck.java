package vn.congvu.gateway.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Name and password: one answer, after one time, for a wrong password, an unknown name and a disabled account. */
@Component
class PasswordCheck {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Pace pace;
    private final KnownBrowsers browsers;
    private final AccessRecords records;

    PasswordCheck(Accounts accounts, Passwords passwords, Pace pace, KnownBrowsers browsers, AccessRecords records) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.pace = pace;
        this.browsers = browsers;
        this.records = records;
    }

    sealed interface Outcome {
        record Right(Account account) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Not looked at. */
        record TooSoon(Duration left) implements Outcome {}
    }

    /** @param browser what marks a browser that signed in before; it is not held up by what strangers try */
    Outcome check(String typedName, String password, String browser) {
        var username = typedName.strip().toLowerCase(Locale.ROOT);
        var whose = browsers.knows(browser, username) ? "browser:" + browser : "account:" + username;
        var wait = pace.take(whose);
        if (!wait.isZero()) {
            return new Outcome.TooSoon(wait);
        }
        var account = accounts.find(username).filter(known -> known.passwordHash() != null);
        if (account.isEmpty()) {
            passwords.compareWithNobody(password);
            records.failed(Optional.empty(), "password");
            return new Outcome.Wrong();
        }
        var hash = account.get().passwordHash();
        if (hash == null || !passwords.matches(password, hash) || !account.get().enabled()) {
            records.failed(account, "password");
            return new Outcome.Wrong();
        }
        pace.forget(whose);
        return new Outcome.Right(account.get());
    }
}
