package vn.congvu.gateway.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Name and password: one answer, after one time, for a wrong password, an unknown name and a disabled account. */
@Component
class PasswordCheck {
    private final Accounts accounts;
    private final Passwords passwords;

    PasswordCheck(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    Optional<Account> check(String username, String password) {
        var account = accounts.find(username);
        if (account.isEmpty()) {
            passwords.compareWithNobody(password);
            return Optional.empty();
        }
        return account.filter(known -> passwords.matches(password, known.passwordHash()))
                .filter(Account::enabled);
    }
}
