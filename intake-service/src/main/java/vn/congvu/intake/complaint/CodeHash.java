package vn.congvu.intake.complaint;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with a salt of its own for each code; cheap, because a code has 65 random bits. */
@Component
class CodeHash {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 1024;
    private static final int ITERATIONS = 1;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);

    String of(String code) {
        var hash = argon2.encode(code);
        if (hash == null) {
            throw new IllegalStateException("Argon2 gave no hash");
        }
        return hash;
    }

    boolean matches(String typed, String hash) {
        return argon2.matches(typed, hash);
    }
}
