package vn.congvu.intake.complaint;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import vn.congvu.intake.secret.ServerKey;

/**
 * <i>Mã bí mật</i>: opens a report together with its reference. Thirteen characters of Crockford's base32 (65 bits) and a check
 * character (Luhn, modulo 32).
 *
 * @param value the fourteen characters in upper case, without separators
 */
record AccessCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = ALPHABET.length();
    private static final int SECRET_LENGTH = 13;

    /** The code of the report that came in under this key: always the same, so that a retry shows it again. */
    static AccessCode of(String ingestKey, ServerKey key) {
        var number = new BigInteger(1, key.derive("access code of " + ingestKey, 16));
        var secret = new StringBuilder(SECRET_LENGTH + 1);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            var split = number.divideAndRemainder(BigInteger.valueOf(BASE));
            secret.append(ALPHABET.charAt(split[1].intValue()));
            number = split[0];
        }
        return new AccessCode(secret.append(checkCharacter(secret)).toString());
    }

    /** Reads what a person typed: any case, blanks and dashes, and O, I, L for 0, 1, 1. Empty if it can't be one. */
    static Optional<AccessCode> parse(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.length() == SECRET_LENGTH + 1
                        && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                        && checkCharacter(plain.substring(0, SECRET_LENGTH)) == plain.charAt(SECRET_LENGTH)
                ? Optional.of(new AccessCode(plain))
                : Optional.empty();
    }

    /** For people: {@code 7K3F-9QXM2-D4R8T}. */
    String spoken() {
        return value.substring(0, 4) + "-" + value.substring(4, 9) + "-" + value.substring(9);
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "AccessCode[secret]";
    }

    private static char checkCharacter(CharSequence payload) {
        int sum = 0;
        int factor = 2;
        for (int i = payload.length() - 1; i >= 0; i--) {
            int addend = ALPHABET.indexOf(payload.charAt(i)) * factor;
            sum += addend / BASE + addend % BASE;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}
