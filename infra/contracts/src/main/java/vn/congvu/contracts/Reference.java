package vn.congvu.contracts;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * <i>Mã tra cứu</i>: ten characters of Crockford's base32 (no I, L, O, U), the last a check character that catches every
 * single wrong one and nearly every swap of two neighbours (Luhn, modulo 32). Not secret; fits in one SMS and survives being
 * read out.
 *
 * @param value the ten characters in upper case, without separators
 */
public record Reference(String value) {
    /** Length without separators, in characters. */
    public static final int LENGTH = 10;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = ALPHABET.length();

    /** @throws IllegalArgumentException if a character or the check character is wrong */
    public Reference {
        if (value.length() != LENGTH || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("a reference has " + LENGTH + " characters of " + ALPHABET);
        }
        if (checkCharacter(value.substring(0, LENGTH - 1)) != value.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("the check character of the reference is wrong");
        }
    }

    /** Draws a new reference: 45 random bits and the check character. */
    public static Reference random(RandomGenerator random) {
        var drawn = new StringBuilder(LENGTH);
        for (int i = 1; i < LENGTH; i++) {
            drawn.append(ALPHABET.charAt(random.nextInt(BASE)));
        }
        return new Reference(drawn.append(checkCharacter(drawn)).toString());
    }

    /** Reads what a person typed: any case, blanks and dashes, and O, I, L for 0, 1, 1. Empty if it can't be one. */
    public static Optional<Reference> parse(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        try {
            return Optional.of(new Reference(plain));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** For people: {@code 7K3F9-QXM2D}. */
    public String spoken() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return value;
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
