package vn.congvu.gateway.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Argon2id; a stored hash carries the cost it was made with, so a new setting counts from the next password on. */
@Component
@EnableConfigurationProperties(Passwords.Cost.class)
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** Hashing at the same time: bounds the memory a flood of sign-ins can take. */
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable String hashOfNobody;

    Passwords(Cost cost) {
        argon2 = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, LANES, Math.toIntExact(cost.memory().toKilobytes()), cost.passes());
    }

    /** By default what OWASP lists for small memory: 19 MiB and two passes with one lane. */
    @ConfigurationProperties("complaints.gateway.passwords")
    record Cost(
            @DefaultValue("19MB") DataSize memory,
            @DefaultValue("2") int passes) {}

    String hash(String password) {
        return inTurn(() -> argon2.encode(PasswordRules.normal(password)));
    }

    boolean matches(String password, String hash) {
        return password.length() <= PasswordRules.LONGEST
                && inTurn(() -> argon2.matches(PasswordRules.normal(password), hash));
    }

    /** Takes as long as a real comparison, so that nobody learns from the time which names exist. */
    void compareWithNobody(String password) {
        var hash = hashOfNobody;
        if (hash == null) {
            hash = hash("nobody has this password");
            hashOfNobody = hash;
        }
        matches(password, hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
