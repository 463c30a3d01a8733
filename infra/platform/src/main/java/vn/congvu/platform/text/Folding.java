package vn.congvu.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which Vietnamese text is matched and searched: people write with and without diacritics. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Folding() {}

    /** Lower case, đ as d, no marks, single blanks, no blanks around. */
    public static String fold(String text) {
        return BLANKS.matcher(withoutMarks(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Keeps case and blanks: the form in which an SMS fits one part. */
    public static String withoutMarks(String text) {
        var decomposed = Normalizer.normalize(Marks.few(text), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
    }
}
