package vn.congvu.gateway.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id at the first choice of RFC 9106 for small memory as OWASP lists it: 19 MiB, two passes, one lane. */
@Component
class Passwords {
    /** Characters a new password has at least (NIST SP 800-63B-4 for a single factor). */
    static final int SHORTEST = 15;

    static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    /** Hashing at the same time: bounds the memory a flood of sign-ins can take. */
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable String hashOfNobody;

    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> argon2.matches(password, hash));
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
