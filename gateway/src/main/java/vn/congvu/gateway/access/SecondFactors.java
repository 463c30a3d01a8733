package vn.congvu.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.sealing.Sealer;

/** The second factor: who needs one, enrolling an authenticator app, and whether a code is right. */
class SecondFactors {
    static final int RECOVERY_CODES = 10;

    private static final String PURPOSE = "totp";

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Pace pace;
    private final FormState forms;
    private final Sealer sealer;
    private final Clock machineClock;
    private final Properties properties;

    SecondFactors(
            Accounts accounts,
            Passkeys passkeys,
            Pace pace,
            FormState forms,
            Sealer sealer,
            Clock machineClock,
            Properties properties) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.pace = pace;
        this.forms = forms;
        this.sealer = sealer;
        this.machineClock = machineClock;
        this.properties = properties;
    }

    /** @param required whether staff must have one; without, only who enrolled is asked */
    @ConfigurationProperties("complaints.gateway.second-factor")
    record Properties(@DefaultValue("true") boolean required) {}

    /** @param field brings the secret back with the form */
    record Offer(String secret, String address, String field) {}

    sealed interface Outcome {
        record Right() implements Outcome {}

        record Wrong() implements Outcome {}

        record TooSoon(Duration left) implements Outcome {}
    }

    boolean isNeededBy(Account account) {
        return properties.required() && !account.roles().equals(Set.of(Role.PROGRAM));
    }

    boolean has(Account account) {
        return account.totp() != null || passkeys.has(account.username());
    }

    Outcome check(Account account, String code) {
        var whose = "code:" + account.username();
        var wait = pace.take(whose);
        if (!wait.isZero()) {
            return new Outcome.TooSoon(wait);
        }
        if (!isRight(account, code)) {
            return new Outcome.Wrong();
        }
        pace.forget(whose);
        return new Outcome.Right();
    }

    private boolean isRight(Account account, String code) {
        var totp = account.totp();
        if (totp == null) {
            return false;
        }
        var secret = sealer.open(new SealedText(totp.sealedSecret()));
        var step = TotpCodes.stepOf(secret, code, machineClock.instant());
        return step.isPresent()
                ? accounts.useStep(account.username(), step.getAsLong())
                : accounts.useRecoveryCode(account.username(), OneTimeCode.hash(code));
    }

    Offer offer(Account account) {
        return offer(account, TotpCodes.drawSecret());
    }

    /** The same again, after a code that was wrong; a new one when the field is too old. */
    Offer offerAgain(Account account, String field) {
        return offer(account, forms.open(PURPOSE, account.username(), field).orElseGet(TotpCodes::drawSecret));
    }

    private Offer offer(Account account, String secret) {
        return new Offer(
                secret,
                TotpCodes.address(secret, account.username(), "Công Vụ"),
                forms.seal(PURPOSE, account.username(), secret));
    }

    /** @return the codes for a lost phone, to be shown this once; empty when the code is not the app's */
    Optional<List<String>> enrol(Account account, String field, String code) {
        return forms.open(PURPOSE, account.username(), field).flatMap(secret -> {
            var step = TotpCodes.stepOf(secret, code, machineClock.instant());
            if (step.isEmpty()) {
                return Optional.empty();
            }
            var recovery =
                    Stream.generate(OneTimeCode::draw).limit(RECOVERY_CODES).toList();
            var hashes = recovery.stream().map(OneTimeCode::hash).collect(Collectors.toCollection(HashSet::new));
            accounts.enrol(
                    account.username(), new Account.Totp(sealer.seal(secret).jwe(), step.getAsLong(), hashes));
            return Optional.of(recovery);
        });
    }
}
