package vn.congvu.cases.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much two texts have in common: the Jaccard index of their folded words, without those that every report has.
 *
 * <p>Words and not letters, since a text is compared as it is kept: a bag of words.
 */
final class WordLikeness {
    private static final int FEWEST = 4;
    /** The commonest syllables of reports; they say nothing about the matter. */
    static final Set<String> EVERYWHERE = Set.copyOf(List.of(
            ("toi la va cua co khong ko k cho den di ra vao o tai thi ma nhung duoc bi voi nay do khi lai da dang se cac mot"
                            + " hai ba nguoi dan can bo cb ong ba anh chi xin kinh gui phan anh de nghi ve viec nhu rat qua"
                            + " nhieu con lam the nao sao gi ai roi chua cung vi nen ho so")
                    .split(" ")));

    private WordLikeness() {}

    /** @return from 0, nothing in common or too little to say, to 1 */
    static double of(Collection<String> words, Collection<String> others) {
        return of(words, others, EVERYWHERE);
    }

    /** @param everywhere the words that say nothing */
    static double of(Collection<String> words, Collection<String> others, Set<String> everywhere) {
        var one = telling(words, everywhere);
        var two = telling(others, everywhere);
        if (one.size() < FEWEST || two.size() < FEWEST) {
            return 0;
        }
        var common = new HashSet<>(one);
        common.retainAll(two);
        return (double) common.size() / (one.size() + two.size() - common.size());
    }

    private static Set<String> telling(Collection<String> words, Set<String> everywhere) {
        var telling = new HashSet<>(words);
        telling.removeAll(everywhere);
        return telling;
    }
}
