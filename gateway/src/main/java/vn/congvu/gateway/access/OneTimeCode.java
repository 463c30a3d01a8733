package vn.congvu.gateway.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Codes that people write down and type once: 80 random bits in Crockford's letters, in groups of four. */
final class OneTimeCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    static String draw() {
        return IntStream.range(0, LENGTH)
                .mapToObj(place ->
                        (place > 0 && place % GROUP == 0 ? "-" : "") + LETTERS.charAt(RANDOM.nextInt(LETTERS.length())))
                .collect(Collectors.joining());
    }

    /** The same for every way of typing it: small letters, other gaps, O for zero, I or L for one. */
    static String hash(String typed) {
        return Hashes.sha256(typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }
}
