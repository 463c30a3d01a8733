package vn.congvu.cases.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.congvu.platform.text.Folding;

/**
 * The words that a case or dossier is found by: folded, so that diacritics, case and composition don't matter. Words only, no operators, so
 * that nothing typed into a search box means anything to the database. Long numbers of the text are left out: they are phone and
 * identity numbers.
 */
public final class SearchWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{N}{6,}");
    private static final int MOST = 500;
    private static final int LONGEST = 40;
    private static final int ASKED = 8;

    private SearchWords() {}

    /** @param names references and codes, kept whatever they look like */
    public static List<String> of(List<String> names, List<String> texts) {
        var words = new LinkedHashSet<String>();
        names.forEach(name -> words.addAll(split(name)));
        texts.forEach(text -> split(text).stream()
                .filter(word -> !LONG_NUMBER.matcher(word).matches())
                .forEach(words::add));
        return words.stream().limit(MOST).toList();
    }

    /** What somebody looks for: at most eight words, each the beginning of a word of it. */
    public static List<String> asked(String typed) {
        return split(typed).stream().distinct().limit(ASKED).toList();
    }

    private static List<String> split(String text) {
        return BETWEEN.splitAsStream(Folding.fold(text))
                .filter(word -> !word.isEmpty())
                .map(word ->
                        word.length() > LONGEST ? word.substring(0, word.offsetByCodePoints(0, LONGEST / 2)) : word)
                .toList();
    }
}
