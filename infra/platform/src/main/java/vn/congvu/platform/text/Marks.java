package vn.congvu.platform.text;

import java.util.regex.Pattern;

/**
 * Normalising takes quadratic time over a run of combining marks: a megabyte of them would hold a processor for minutes. No letter
 * of any language carries more than a few, so the rest is cut before.
 */
final class Marks {
    private static final Pattern TOO_MANY = Pattern.compile("(\\p{M}{8})\\p{M}+");

    private Marks() {}

    static String few(String text) {
        return TOO_MANY.matcher(text).replaceAll("$1");
    }
}
