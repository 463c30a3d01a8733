package vn.congvu.gateway.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.congvu.contracts.Bilingual;

/**
 * What a new password must be: long, and not one that is tried first. Whether it is, an estimate of guesses says that knows
 * lists of leaked passwords, names, words, keyboard walks, dates and repetitions; everything is in this process.
 */
final class PasswordRules {
    /** Characters of a new password at least (NIST SP 800-63B-4 for a single factor). */
    static final int SHORTEST = 15;

    static final int LONGEST = 200;

    /** A million million guesses, as a power of ten. */
    private static final double FEWEST_GUESSES = 12;
    /** The estimate takes time that grows with the square of the length. */
    private static final int LOOKED_AT = 64;
    /** What people here would think of, without marks and gaps. */
    private static final List<String> LOCAL = List.of(
            "congvu",
            "matkhau",
            "xinchao",
            "vietnam",
            "sonoivu",
            "ubnd",
            "hanhchinh",
            "canbo",
            "anhyeuem",
            "tayninh",
            "demo",
            "only");

    private static final Bilingual LENGTH = new Bilingual(
            "Mật khẩu cần từ 15 đến 200 ký tự. Một câu dễ nhớ là tốt nhất.",
            "A password has 15 to 200 characters. A sentence you remember is best.");
    private static final Bilingual GUESSED = new Bilingual(
            "Mật khẩu này nằm trong số những mật khẩu bị thử đầu tiên. Hãy chọn một câu của riêng bạn.",
            "This password is among those that are tried first. Choose a sentence of your own.");

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRules() {}

    /** What is wrong with it; empty for a good one. */
    static Optional<Bilingual> refusal(String typed, String username) {
        var password = normal(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(LENGTH);
        }
        List<String> known = new ArrayList<>(LOCAL);
        known.add(username);
        known.addAll(List.of(username.split("[._-]")));
        var looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        // dots and dashes between known words make them no less known
        return isTriedFirst(looked, known) || isTriedFirst(looked.replaceAll("[^\\p{L}\\p{N}]", ""), known)
                ? Optional.of(GUESSED)
                : Optional.empty();
    }

    private static boolean isTriedFirst(String password, List<String> known) {
        return ESTIMATE.measure(password, known).getGuessesLog10() < FEWEST_GUESSES;
    }

    /** One form for the same letters, whichever keyboard wrote them. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }
}
