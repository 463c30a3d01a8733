package vn.congvu.platform.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people typed, made safe to store and show. The raw text is kept elsewhere. */
public final class CleanText {
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|\\u0085|\\u2028|\\u2029");
    /**
     * Control characters but tab and line feed, unassigned and private use, and all that Unicode lets no screen show
     * (Default_Ignorable_Code_Point, interlinear annotations): bidirectional controls, zero-width characters, fillers, tags in which
     * a text can hide another. Only the two selectors that tell an emoji from a sign stay.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|\\p{Co}|\\p{Cn}"
            + "|[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E"
            + "\\u2060-\\u206F\\u3164\\uFE00-\\uFE0D\\uFEFF\\uFFA0\\uFFF0-\\uFFFB"
            + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private CleanText() {}

    /** NFC, line ends as line feeds, nothing invisible or reordering, no blanks around. */
    public static String clean(String raw) {
        var lines = LINE_ENDS.matcher(raw).replaceAll("\n");
        var visible = Marks.few(INVISIBLE.matcher(lines).replaceAll(""));
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    /** As {@link #clean}, on one line with single blanks: for names and titles. */
    public static String oneLine(String raw) {
        return BLANKS.matcher(clean(raw)).replaceAll(" ").strip();
    }

    /** False when a surrogate stands alone, which no valid UTF-8 can carry. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Cuts between characters as people see them, never inside one, and marks the cut with an ellipsis.
     *
     * @param maxCodePoints the longest result, in code points, ellipsis included
     */
    public static String shorten(String text, int maxCodePoints) {
        if (text.codePointCount(0, text.length()) <= maxCodePoints) {
            return text;
        }
        int limit = text.offsetByCodePoints(0, maxCodePoints - 1);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int cut = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        return text.substring(0, cut).stripTrailing() + "…";
    }
}
