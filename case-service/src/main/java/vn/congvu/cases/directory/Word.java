package vn.congvu.cases.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word as it is matched.
 *
 * @param folded lower case, without marks, đ as d, final y as i where both are written (Mỹ, Mĩ)
 * @param marked as folded, with its marks in an order of their own: tone at the end, hỏi and ngã alike, because people
 *     mix them up and place tones differently (hòa, hoà)
 * @param capital written with a capital first letter
 */
public record Word(String folded, String marked, boolean capital) {
    /** How the bar of đ is written after its d. */
    static final char STROKE = '\u0335';

    private static final int MOST_MARKS = 8;
    private static final char GRAVE = '\u0300';
    private static final char ACUTE = '\u0301';
    private static final char DOT = '\u0323';
    private static final char TILDE = '\u0303';
    private static final char HOOK = '\u0309';

    /**
     * Whether this word of a text can be that word of a name: the same, or without marks, or with the same tone where only
     * the mark of a vowel is missing (phuờng). "không" is never "khống".
     */
    public boolean canMean(Word name) {
        return folded.equals(name.folded)
                && (bare() || marked.equals(name.marked) || tone() == name.tone() && within(marked, name.marked));
    }

    private char tone() {
        char last = marked.charAt(marked.length() - 1);
        return last == GRAVE || last == ACUTE || last == DOT || last == HOOK ? last : 0;
    }

    private static boolean within(String fewer, String more) {
        int at = 0;
        for (int i = 0; i < more.length() && at < fewer.length(); i++) {
            if (fewer.charAt(at) == more.charAt(i)) {
                at++;
            }
        }
        return at == fewer.length();
    }

    /** Written without any mark. */
    public boolean bare() {
        return marked.equals(folded);
    }

    /** The words of a text in their order: runs of letters and digits; an apostrophe inside a word is dropped. */
    public static List<Word> of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var decomposed = Normalizer.normalize(withFewMarks(text), Normalizer.Form.NFD);
        var words = new ArrayList<Word>(Math.min(decomposed.length() / 4 + 1, 1 << 16));
        var builder = new Builder();
        int i = 0;
        while (i < decomposed.length()) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || builder.takesMark(c)) {
                builder.add(c);
            } else if (!apostrophe(c)) {
                builder.finish(words);
            }
        }
        builder.finish(words);
        return words;
    }

    /**
     * No letter has more than a few marks. Sorting a hundred thousand of them, as normalisation does, would take hours
     * (Unicode Standard Annex 15, stream-safe text).
     */
    private static String withFewMarks(String text) {
        var fewer = new StringBuilder(text.length());
        int run = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            run = isMark(c) ? run + 1 : 0;
            if (run <= MOST_MARKS) {
                fewer.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return fewer.length() == text.length() ? text : fewer.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean apostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\u2018';
    }

    private static final class Builder {
        private static final String VOWELS = "aeiouy";
        private final StringBuilder folded = new StringBuilder();
        private final StringBuilder marked = new StringBuilder();
        private char tone;
        private boolean capital;

        boolean takesMark(int c) {
            return !folded.isEmpty() && isMark(c);
        }

        void add(int c) {
            if (isMark(c)) {
                mark(c);
                return;
            }
            if (folded.isEmpty()) {
                capital = Character.isUpperCase(c);
            }
            int lower = Character.toLowerCase(c);
            folded.appendCodePoint(lower == 'đ' ? 'd' : lower);
            if (lower == 'đ') {
                marked.append('d').append(STROKE);
            } else {
                marked.appendCodePoint(lower);
            }
        }

        private void mark(int c) {
            switch (c) {
                case GRAVE, ACUTE, DOT -> tone = (char) c;
                case TILDE, HOOK -> tone = HOOK;
                default -> marked.appendCodePoint(c);
            }
        }

        void finish(List<Word> words) {
            if (folded.isEmpty()) {
                return;
            }
            var last = folded.length() - 1;
            if (folded.charAt(last) == 'y' && onlyVowel(last)) {
                folded.setCharAt(last, 'i');
                marked.setCharAt(marked.lastIndexOf("y"), 'i');
            }
            if (tone != 0) {
                marked.append(tone);
            }
            words.add(new Word(folded.toString(), marked.toString(), capital));
            folded.setLength(0);
            marked.setLength(0);
            tone = 0;
        }

        /** "my", "quy", but not "y" alone nor "thuy". */
        private boolean onlyVowel(int last) {
            if (last == 0) {
                return false;
            }
            for (int i = 0; i < last; i++) {
                boolean glide = i == 1 && folded.charAt(1) == 'u' && folded.charAt(0) == 'q';
                if (VOWELS.indexOf(folded.charAt(i)) >= 0 && !glide) {
                    return false;
                }
            }
            return true;
        }
    }
}
