package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Word;

/**
 * Finds known phrases in a text in one pass, whatever the text is: a tree of words, walked from every word of the text
 * no deeper than the longest phrase.
 *
 * @param <T> what a phrase means
 */
final class Phrases<T> {
    /** @param end position after the last word */
    record Match<T>(int start, int end, List<T> meanings) {}

    private record Ending<T>(List<Word> words, T meaning) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final List<Ending<T>> endings = new ArrayList<>(1);
    }

    private final Node<T> root = new Node<>();

    void add(List<Word> words, T meaning) {
        if (words.isEmpty()) {
            return;
        }
        var node = root;
        for (var word : words) {
            node = node.next.computeIfAbsent(word.folded(), any -> new Node<>());
        }
        var ending = new Ending<>(words, meaning);
        if (!node.endings.contains(ending)) {
            node.endings.add(ending);
        }
    }

    /** The longest phrase at each place, none overlapping another. */
    List<Match<T>> longest(List<Word> text) {
        var found = new ArrayList<Match<T>>();
        int i = 0;
        while (i < text.size()) {
            var match = longestAt(text, i);
            if (match == null) {
                i++;
            } else {
                found.add(match);
                i = match.end();
            }
        }
        return found;
    }

    /** Every phrase wherever it starts, also inside others. */
    List<Match<T>> all(List<Word> text) {
        var found = new ArrayList<Match<T>>();
        for (int i = 0; i < text.size(); i++) {
            var node = root.next.get(text.get(i).folded());
            for (int end = i + 1; node != null; end++) {
                var meanings = meanings(node, text, i);
                if (!meanings.isEmpty()) {
                    found.add(new Match<>(i, end, meanings));
                }
                node = end < text.size() ? node.next.get(text.get(end).folded()) : null;
            }
        }
        return found;
    }

    private @Nullable Match<T> longestAt(List<Word> text, int start) {
        Match<T> longest = null;
        var node = root.next.get(text.get(start).folded());
        for (int end = start + 1; node != null; end++) {
            var meanings = meanings(node, text, start);
            if (!meanings.isEmpty()) {
                longest = new Match<>(start, end, meanings);
            }
            node = end < text.size() ? node.next.get(text.get(end).folded()) : null;
        }
        return longest;
    }

    private List<T> meanings(Node<T> node, List<Word> text, int start) {
        if (node.endings.isEmpty()) {
            return List.of();
        }
        var meanings = new ArrayList<T>(node.endings.size());
        for (var ending : node.endings) {
            if (fits(ending.words(), text, start)) {
                meanings.add(ending.meaning());
            }
        }
        return meanings;
    }

    private static boolean fits(List<Word> words, List<Word> text, int start) {
        for (int i = 0; i < words.size(); i++) {
            if (!text.get(start + i).canMean(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
